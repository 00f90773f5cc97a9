"""JSON-LD of pages: what a processor makes of it, held against the words of schema.org that it uses."""

from __future__ import annotations

import json

# The types that pages may use, with those of their properties that schema.org knows (version 29).
THING = {"name", "url", "identifier", "sameAs", "inLanguage"}
TERMS = {
    "EducationalOccupationalCredential": THING | {"credentialCategory", "educationalLevel", "recognizedBy", "competencyRequired"},
    "Organization": THING, "PropertyValue": THING | {"propertyID", "value"}, "DefinedTermSet": THING,
    "DefinedTerm": THING | {"termCode", "inDefinedTermSet"}, "Occupation": THING | {"occupationalCategory", "qualifications"},
    "CategoryCode": THING | {"codeValue", "inCodeSet"}, "CategoryCodeSet": THING,
    "BreadcrumbList": THING | {"itemListElement"}, "ListItem": THING | {"position", "item"},
}
VOCABULARY = "https://schema.org/"

# The published context says as much of the words that are used here; nothing is fetched.
CONTEXT = {"@vocab": VOCABULARY, "url": {"@type": "@id"}, "sameAs": {"@type": "@id"}, "item": {"@type": "@id"}}


def _loader(address: str, _options: dict) -> dict:
    if address.rstrip("/") != VOCABULARY.rstrip("/"):
        raise ValueError(f"the context {address} is not schema.org")
    return {"contextUrl": None, "documentUrl": address, "document": {"@context": CONTEXT}, "contentType": "application/ld+json"}


def linked_data_problems(text: str) -> list[str]:
    """What is wrong with one block."""
    from pyld import jsonld

    try:
        value = json.loads(text)
        expanded = jsonld.expand(value, {"documentLoader": _loader})
    except ValueError as error:
        return [str(error)]
    except jsonld.JsonLdError as error:
        return [f"no processor reads it: {error}"]
    problems: list[str] = []
    for node in expanded:
        _look(node, problems)
    stated, kept = _count(value.get("@graph", value)), _count(expanded)
    return problems + ([] if expanded and kept >= stated else [f"a processor keeps {kept} of {stated} values"])


def _look(node, problems: list[str]) -> None:
    if isinstance(node, list):
        for one in node:
            _look(one, problems)
        return
    if not isinstance(node, dict) or "@value" in node:
        return
    types = [name.removeprefix(VOCABULARY) for name in node.get("@type", [])]
    known = set().union(*(TERMS.get(name, set()) for name in types))
    problems += [f"{name} is no type that pages use" for name in types if name not in TERMS]
    for key, values in node.items():
        if key.startswith("@"):
            continue
        name = key.removeprefix(VOCABULARY)
        if name not in known:
            problems.append(f"{' '.join(types) or 'a node without type'} has no property {name}")
        _look(values, problems)


def _count(value) -> int:
    """Texts and numbers."""
    if isinstance(value, list):
        return sum(map(_count, value))
    if isinstance(value, dict):
        return sum(_count(one) for key, one in value.items() if key not in ("@type", "@context"))
    return 1
