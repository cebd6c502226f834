"""Surroundings: what on a page is not its article, told by how the page calls it."""

from __future__ import annotations

import re

from explorer.importing.blocks import Element

_ALWAYS = frozenset({"nav", "menu", "dialog", "button", "aside", "form", "search"})
_UNLESS_IN_ARTICLE = frozenset({"header", "footer"})
_ROLES_WORDS = """
    navigation banner contentinfo complementary search dialog alertdialog alert menu
    menubar toolbar
"""
_ROLES = frozenset(_ROLES_WORDS.split())
_ARTICLE_TAGS = frozenset({"article", "main"})
_NEVER_BY_NAME = frozenset({"html", "body", "main", "h1", "h2", "h3", "h4", "h5", "h6"})
_LEAVES_WORDS = """
    p blockquote li dd dt figcaption td th tr pre caption figure
"""
_LEAVES = frozenset(_LEAVES_WORDS.split())

_PLAIN_LIST = """
    cookie cookies consent gdpr newsletter subscribe subscription signup share sharing
    sharedaddy social advert advertisement advertising ads adsbygoogle outbrain taboola
    breadcrumb breadcrumbs pagination pager disqus sponsored
"""
_PLAIN_WORDS = frozenset(_PLAIN_LIST.split())
_SECTION_LIST = """
    comment comments commentlist respond related recommended recommendation
    recommendations teaser teasers trending popular promo promos promoted ad nav
    navigation navbar menu sidebar footer masthead banner widget widgets toolbar popup
    modal overlay tags skip login dropdown topbar
"""
_SECTION_WORDS = _PLAIN_WORDS | frozenset(_SECTION_LIST.split())
_SECTION_PAIRS = (
    {"read", "more"}, {"most", "read"}, {"more", "stories"}, {"more", "articles"}, {"more", "news"},
    {"also", "like"}, {"also", "read"}, {"see", "also"}, {"latest", "news"}, {"author", "bio"},
)  # fmt: skip
_TALK_OF_OTHERS_WORDS = """
    open opened closed has have no not with without enabled disabled allowed accepted
"""
_TALK_OF_OTHERS = frozenset(_TALK_OF_OTHERS_WORDS.split())
"""Words by which a name says something of the element's state: "has-sidebar", "comments-open"."""

_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
_COMMENTS = re.compile(
    r"""(?:\d[\d,.]*\s+(?:comments?|replies|responses)
      | (?:reader(?:s|['’]s|s['’])?\s+)?comments?(?:\s*\(?\d[\d,.]*\)?)?
      | (?:leave|write|post|add)\s+a\s+(?:comment|reply)
      | join\s+the\s+(?:conversation|discussion))\s*[:…]?""",
    re.IGNORECASE | re.VERBOSE,
)
_OTHERS = re.compile(
    r"""(?:related(?:\s+(?:articles?|stories|posts|news|content|topics|reading))?
      | read\s+(?:more|next|also)(?:\s+on.*)?
      | more\s+(?:stories|articles|news|from|on|in)\b.*
      | you\s+(?:may|might)\s+(?:also\s+)?(?:like|be\s+interested).*
      | recommended(?:\s+for\s+you)?
      | (?:most\s+(?:read|popular)|trending|latest\s+news|editors?['’]?s?\s+picks)(?:\s+now)?
      | share\s+this(?:\s+\w+)?)\s*[:…]?""",
    re.IGNORECASE | re.VERBOSE,
)
_LONGEST_HEADING = 60


def is_aside(element: Element, *, in_article: bool) -> bool:
    """Tell whether an element's tag or role says that it stands beside the article."""
    if element.role.startswith("doc-"):
        return False
    if element.tag in _UNLESS_IN_ARTICLE and not in_article:
        return True
    return element.tag in _ALWAYS or element.role in _ROLES


def is_called_aside(element: Element) -> bool:
    """Tell whether an element's id or classes say that it stands beside the article."""
    if not element.names.strip() or element.tag in _NEVER_BY_NAME:
        return False
    wanted = _PLAIN_WORDS if element.tag in _LEAVES else _SECTION_WORDS
    for name in element.names.split():
        words = {word.lower() for word in _WORD.findall(name)}
        if words & _TALK_OF_OTHERS:
            continue
        if words & wanted:
            return True
        if element.tag not in _LEAVES and any(pair <= words for pair in _SECTION_PAIRS):
            return True
    return False


def holds_article(element: Element) -> bool:
    """Tell whether an element says that the article, or all that matters, is in it."""
    return (
        element.tag in _ARTICLE_TAGS
        or element.role in _ARTICLE_TAGS
        or "articleBody" in element.names
    )


def heads_comments(text: str) -> bool:
    """Tell whether a heading's words begin the readers' comments."""
    return len(text) <= _LONGEST_HEADING and _COMMENTS.fullmatch(text.strip()) is not None


def heads_other_articles(text: str) -> bool:
    """Tell whether a heading's words begin a list of other articles."""
    return len(text) <= _LONGEST_HEADING and _OTHERS.fullmatch(text.strip()) is not None
