"""The record as JSON under /api (docs/desk-api.md)."""

from __future__ import annotations

from fastapi import APIRouter

router = APIRouter(prefix="/api")
