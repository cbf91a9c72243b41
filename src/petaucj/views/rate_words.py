"""Rates in words: who pays, from when to when, on which legal basis, and how sure that is."""

from __future__ import annotations

from collections.abc import Callable

from petaucj.domain.contributions import Payer
from petaucj.domain.rates import Rate, expired
from petaucj.views.phrases import Reader, month_name


def who_pays(payer: Payer, reader: Reader) -> str:
    """Return a payer in words: its class, and the sector of the workers where the rate depends on it."""
    name = reader.words(f"biaya.class.{payer.payer_class}")
    if payer.segment == "wage":
        return name
    return reader.words("biaya.rates.class_sector", payer=name, sector=reader.words(f"biaya.sector.{payer.sector}"))


def each_rate(rates: tuple[Rate, ...], say: Callable[[Rate, Reader], str], reader: Reader) -> str:
    """Return what holds of all rates once, and of each programme where they differ."""
    said = [say(rate, reader) for rate in rates]
    if len(set(said)) == 1:
        return said[0]
    return "; ".join(reader.words("biaya.rates.of_programme", programme=reader.words(f"biaya.programme.{rate.programme}"), said=one)
                     for rate, one in zip(rates, said, strict=True))


def validity(rate: Rate, reader: Reader) -> str:
    """Return the first and last month of a rate; one whose last month has passed is marked."""
    words = reader.words
    if rate.valid_to is None:
        return words("biaya.rates.since", start=month_name(rate.valid_from, reader)) if rate.valid_from else words("biaya.rates.no_dates")
    end = month_name(rate.valid_to, reader)
    window = (words("biaya.rates.window", start=month_name(rate.valid_from, reader), end=end) if rate.valid_from
              else words("biaya.rates.until", end=end))
    return words("biaya.rates.expired", window=window) if expired(rate, reader.today) else window


def rate_legal(rate: Rate, reader: Reader) -> str:
    """Return the legal basis of a rate, or that its source names none."""
    return rate.legal_basis or reader.words("biaya.rates.no_legal")


def rate_mark(rate: Rate, reader: Reader) -> str:
    """Return how a rate is known: from the press, or not verified against the original text."""
    return mark_words(rate.verification, reader)


def mark_words(verification: str, reader: Reader) -> str:
    """Return a verification of the seeds in words; what nobody wrote words for counts as not verified."""
    key = f"biaya.mark.{verification}"
    return reader.words(key if reader.words.has(key) else "biaya.mark.unverified_original")


def duration(months: int, reader: Reader) -> str:
    """Return a length in months: "1 bulan", "6 bulan"; English tells one month from several."""
    return reader.words("biaya.duration.one") if months == 1 else reader.words("biaya.duration.many", months=months)
