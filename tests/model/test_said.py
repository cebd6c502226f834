"""Sentences that remember what they were made of."""

from __future__ import annotations

import copy
import json
import pickle
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.model.errors import QuotelineError
from explorer.model.said import Said, joined, packed, said, unpacked

NAMES = st.sampled_from(["path", "field", "count"])
PARTS = st.one_of(
    st.text(), st.integers(), st.floats(allow_nan=False), st.builds(Path, st.text("ab/."))
)
LITERALS = st.text().map(lambda text: text.replace("{", "{{").replace("}", "}}"))
TEMPLATES = st.lists(st.one_of(LITERALS, NAMES.map("{{{}}}".format))).map("".join)


@given(TEMPLATES, st.fixed_dictionaries(dict.fromkeys(("path", "field", "count"), PARTS)))
def test_a_sentence_reads_as_its_template_with_the_parts_in_it(
    template: str, parts: dict[str, object]
) -> None:
    """Braces in a part are letters like any other; template and parts are as given."""
    sentence = said(template, **parts)
    assert sentence == template.format(**parts)
    assert (sentence.template, dict(sentence.parts)) == (template, parts)


@given(TEMPLATES, st.fixed_dictionaries(dict.fromkeys(("path", "field", "count"), PARTS)))
def test_a_copy_remembers_as_well(template: str, parts: dict[str, object]) -> None:
    """Pickled or copied, it is the same text, of the same parts."""
    whole = said("{inner}!", inner=said(template, **parts))
    for other in (pickle.loads(pickle.dumps(whole)), copy.deepcopy(whole)):  # noqa: S301 - our own
        assert other == whole
        assert isinstance(other, Said)
        assert isinstance(other.parts["inner"], Said)
        assert dict(other.parts["inner"].parts) == parts


@given(TEMPLATES, st.fixed_dictionaries(dict.fromkeys(("path", "field", "count"), PARTS)))
def test_a_sentence_goes_through_json_and_back(template: str, parts: dict[str, object]) -> None:
    """What another process says is the same sentence here; a path has become a text."""
    whole = said("{inner}!", inner=said(template, **parts))
    back = unpacked(json.loads(json.dumps(packed(whole))))
    assert back == whole
    assert isinstance(back, Said)
    assert isinstance(back.parts["inner"], Said)
    assert back.parts["inner"].template == template
    assert unpacked(packed("{plain}")) == "{plain}"


@given(st.text(), st.lists(st.text()))
def test_sentences_are_joined_as_texts_are(separator: str, texts: list[str]) -> None:
    """The same text as `str.join` makes, each sentence still whole in it."""
    sentences = [said("{text}", text=text) for text in texts]
    whole = joined(separator, sentences)
    assert whole == separator.join(texts)
    assert list(whole.parts.values()) == texts
    assert all(isinstance(part, Said) for part in whole.parts.values())


def test_parts_cannot_be_changed() -> None:
    """What a sentence was made of is for reading."""
    with pytest.raises(TypeError):
        said("{name}", name="x").parts["name"] = "y"  # type: ignore[index]


def test_a_fault_within_a_sentence_keeps_its_memory() -> None:
    """Put into another sentence, a fault is a part that can be translated by itself."""
    inner = QuotelineError(said("{path}: gone.", path=Path("a.json")))
    outer = said("not opened: {fault}", fault=inner)
    assert outer == "not opened: a.json: gone."
    assert isinstance(outer.parts["fault"], Said)


def test_what_is_no_text_goes_in_as_it_tells_itself() -> None:
    """Any other object is a part as `str` has it."""
    assert said("{one}", one=OSError(5, "no")).parts["one"] == "[Errno 5] no"


def test_a_fault_tells_its_message_and_remembers_it() -> None:
    """`str` gives the English words alone, `said` the sentence; several arguments stay."""
    fault = QuotelineError(said("{path}: gone.", path=Path("a.json")))
    assert (str(fault), type(str(fault))) == ("a.json: gone.", str)
    assert isinstance(fault.said, Said)
    assert str(QuotelineError("a", 1)) == "('a', 1)"
    assert str(QuotelineError()) == ""
