"""Wording shared by panels: dates, spans of days and citations, put for people."""

from __future__ import annotations

from explorer.wording.citations import citation as citation
from explorer.wording.dates import bounds_wording as bounds_wording
from explorer.wording.dates import date_wording as date_wording
from explorer.wording.dates import interface_locale as interface_locale
from explorer.wording.days import days_between as days_between
from explorer.wording.days import days_wording as days_wording
from explorer.wording.days import lasting_wording as lasting_wording
