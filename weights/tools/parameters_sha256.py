"""Hash of all parameters as f32 in order of their names.

usage: parameters_sha256.py STATE_DICT.safetensors
"""
import hashlib, sys
from safetensors.numpy import load_file

state, digest = load_file(sys.argv[1]), hashlib.sha256()
for name in sorted(state):
    digest.update(state[name].astype("<f4").tobytes())
print(digest.hexdigest())
