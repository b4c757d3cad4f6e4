// A text to begin with in each language.

const SAMPLES = {
  en:
    "The harbour was still asleep when the first boat came in. A gull called once, twice, and was" +
    " answered from the far side of the bay. “We made it,” she said, and laughed. It had taken" +
    " 3 days, 2 sails and $40 worth of rope.",
  es: "El puerto dormía cuando entró el primer barco. «Hemos llegado», dijo ella, y se rió.",
  fr: "Le port dormait encore quand le premier bateau arriva. « Enfin », dit-elle en riant.",
  hi: "बंदरगाह अभी सो रहा था जब पहली नाव आई। उसने कहा, “हम पहुँच गए,” और हँस पड़ी।",
  it: "Il porto dormiva ancora quando entrò la prima barca. «Ce l’abbiamo fatta», disse ridendo.",
  ja: "最初の船が着いたとき、港はまだ眠っていた。「着いたね」と彼女は笑った。",
  pt: "O porto ainda dormia quando o primeiro barco chegou. “Conseguimos”, disse ela, a rir.",
  zh: "第一艘船进港的时候，港口还在沉睡。她笑着说：“我们到了。”",
};

/**
 * The text for a language, if there is one.
 * @param {string | undefined} tag such as "en-us"
 */
export function sample(tag) {
  return SAMPLES[(tag ?? "").split("-")[0].toLowerCase()];
}
