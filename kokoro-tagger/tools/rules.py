"""The tokenizer's rules and the lexical attributes, as tables. All numbers are little-endian.

    classes.bin   sets of characters: ranges [n], each u32 first character, u32 classes
    specials.bin  exceptions of the tokenizer: [n] u64 hash, u8 [3] bytes of each token,
                  u8 [3] index of each token's norm, u16 0
    norms.bin     u64 [n] the norms that specials.bin counts from 1
    sequences.bin u64 [n] sequences of tokens that begin an exception, u8 [n] whether they are one
    lexemes.bin   words whose norm is not their lower case: u64 [n] hash, u64 [n] norm
    symbols.bin   strings whose identifier is not their hash: u64 [n] hash, u64 [n] identifier
    units.txt     units of measurement and currencies that are cut off after a digit

Tables with hashes are sorted by them.
"""

import re
import struct
import sys

from spacy.attrs import NORM, ORTH
from spacy.lang import char_classes as c
from spacy.lang.norm_exceptions import BASE_NORMS
from spacy.strings import hash_string
from spacy.symbols import IDS

MASK = (1 << 64) - 1
MULTIPLIER = 0x9E3779B97F4A7C15  # of sequences; see `extend` in rejoin.rs


def u64s(values):
    return struct.pack(f"<{len(values)}Q", *values)


def singles(pieces):
    """A regular expression for those of the pieces that match one character."""
    one = [piece for piece in pieces if len(re.sub(r"\\(.)", r"\1", piece)) == 1]
    return "|".join(one)


# In the order of the bits, which classes.rs names.
CLASSES = [
    str.isspace,
    str.isalpha,
    str.isupper,
    str.isdigit,
    r"\d",
    r"\w",
    f"[{c.ALPHA}]",
    f"[{c.ALPHA_LOWER}]",
    f"[{c.ALPHA_UPPER}]",
    f"[{c.CONCAT_ICONS}]",
    f"[{c.CONCAT_QUOTES}]",
    # What is cut off at the start of a word, whatever follows.
    "[§%=—–…]|" + singles(c.LIST_PUNCT + c.LIST_QUOTES + c.LIST_CURRENCY) + f"|[{c.ICONS}]",
    # What is cut off at its end, whatever precedes.
    "[—–…]|" + singles(c.LIST_PUNCT + c.LIST_QUOTES) + f"|[{c.ICONS}]",
    # What a period is cut off after.
    r"[0-9{al}{e}{p}(?:{q})]".format(
        al=c.ALPHA_LOWER, e=r"%²\-\+", q=c.CONCAT_QUOTES, p=c.PUNCT
    ),
]


def classes():
    characters = [chr(i) for i in range(sys.maxunicode + 1) if not 0xD800 <= i < 0xE000]
    bits = dict.fromkeys(characters, 0)
    for bit, test in enumerate(CLASSES):
        if isinstance(test, str):
            test = re.compile(test, re.DOTALL).fullmatch
        for character in characters:
            if test(character):
                bits[character] |= 1 << bit
    ranges, last = [], None
    for character, value in bits.items():
        if value != last:
            ranges += [ord(character), value]
            last = value
    return struct.pack(f"<{len(ranges)}I", *ranges)


def specials(nlp):
    """specials.bin and norms.bin."""
    norms, rows = [], []
    for text, tokens in nlp.tokenizer.rules.items():
        lengths, indices = [0, 0, 0], [0, 0, 0]
        for i, token in enumerate(tokens):
            lengths[i] = len(token[ORTH].encode())
            if NORM in token:
                norm = nlp.vocab.strings.add(token[NORM])
                if norm not in norms:
                    norms.append(norm)
                indices[i] = 1 + norms.index(norm)
        rows.append((hash_string(text), *lengths, *indices))
    packed = b"".join(struct.pack("<Q6BH", *row, 0) for row in sorted(rows))
    return packed, u64s(norms)


def sequences(nlp):
    """What the tokenizer would make of its exceptions if they were none, where that is not one
    token. Each beginning of such a sequence has a hash; 1 says that it is a whole one."""
    tokenizer, nodes = nlp.tokenizer, {}
    plain = nlp.tokenizer.__class__(
        nlp.vocab,
        {},
        tokenizer.prefix_search,
        tokenizer.suffix_search,
        tokenizer.infix_finditer,
        tokenizer.token_match,
        tokenizer.url_match,
    )
    for text in tokenizer.rules:
        affixes = [tokenizer.find_prefix, tokenizer.find_infix, tokenizer.find_suffix]
        if not (any(find(text) for find in affixes) or " " in text):
            continue
        key = 0
        for token in plain(text):
            key = ((key ^ hash_string(token.text)) * MULTIPLIER) & MASK
            nodes.setdefault(key, 0)
        nodes[key] = 1
    keys = sorted(nodes)
    return u64s(keys) + bytes(nodes[key] for key in keys)


def lexemes(nlp):
    """The norms of the words that are in the vocabulary and of those in the table of norms."""
    by_id = {}
    strings = nlp.vocab.strings
    for words in (BASE_NORMS, (lexeme.orth_ for lexeme in nlp.vocab)):
        for word in words:
            by_id[strings.add(word)] = nlp.vocab[word].norm
    for word_id, norm in nlp.vocab.lookups.get_table("lexeme_norm").items():
        by_id.setdefault(word_id, strings.add(norm))
    names = {identifier: name for name, identifier in IDS.items()}
    rows = []
    for word_id, norm in by_id.items():
        word = names.get(word_id) or (strings[word_id] if word_id in strings else None)
        if word is None or strings[norm] != word.lower():
            rows.append((word_id if word is None else hash_string(word), norm))
    rows.sort()
    return u64s([key for key, _ in rows]) + u64s([norm for _, norm in rows])


def symbols():
    rows = sorted((hash_string(name), identifier) for name, identifier in IDS.items() if name)
    return u64s([key for key, _ in rows]) + u64s([identifier for _, identifier in rows])


def units():
    currencies = [piece.replace("\\", "") for piece in c.LIST_CURRENCY]
    return "".join(f"{unit}\n" for unit in sorted(set(c.LIST_UNITS + currencies)))


def pack(nlp):
    exceptions, norms = specials(nlp)
    return {
        "classes.bin": classes(),
        "specials.bin": exceptions,
        "norms.bin": norms,
        "sequences.bin": sequences(nlp),
        "lexemes.bin": lexemes(nlp),
        "symbols.bin": symbols(),
        "units.txt": units().encode(),
    }
