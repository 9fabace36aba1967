import { describe, expect, it } from 'vitest';
import { mayBeImported } from '../../src/extension/answers/imported-name.ts';

const typescript = `import { retry } from 'steady-retry';
import {
  dock,
  type Berth,
} from "harbour";
import * as tides from 'tides';
import { own } from './own.ts';
const moor = require('moor');
const near = require('../near');
const later = 3;
`;
const python = `import requests
import numpy as np
from httpx import Client
from typing import (
    Any,
    Mapping,
)
from . import own
from .near import far
retry = 3
`;

describe('a name that an import may bring', () => {
  it.each(['retry', 'dock', 'Berth', 'tides.read', 'moor.now'])('in TypeScript: %s', (name) => {
    expect(mayBeImported(typescript, name)).toBe(true);
  });

  it.each(['requests.get', 'np.array', 'Client', 'Any', 'Mapping'])('in Python: %s', (name) => {
    expect(mayBeImported(python, name)).toBe(true);
  });

  it.each(['own', 'near.now', 'later', 'attempts', 'tide', ''])('not in TypeScript: %s', (name) => {
    expect(mayBeImported(typescript, name)).toBe(false);
  });

  it.each(['own', 'far', 'retry', 'a.requests'])('not in Python: %s', (name) => {
    expect(mayBeImported(python, name)).toBe(false);
  });
});
