"""Prints the cues of a file of subtitles as webvtt-py reads them: a JSON list of
[start, end, raw text]. The file's name ends in .vtt or .srt."""

import json
import sys

import webvtt

read = webvtt.from_srt if sys.argv[1].endswith(".srt") else webvtt.read
cues = [[cue.start, cue.end, cue.raw_text] for cue in read(sys.argv[1])]
print(json.dumps(cues))
