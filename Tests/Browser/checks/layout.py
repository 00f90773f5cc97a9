"""Horizontal scrolling and the size of touch targets."""

from __future__ import annotations

from browser import Browser

OVERFLOW = """
const root = document.documentElement, limit = root.clientWidth, found = [];
const widest = Math.max(root.scrollWidth, document.body.scrollWidth);
if (widest <= limit) return [];
const scrolls = element => {
    for (let parent = element.parentElement; parent && parent !== document.body; parent = parent.parentElement)
        if (/auto|scroll|hidden|clip/.test(getComputedStyle(parent).overflowX)) return true;
    return false;
};
for (const element of document.body.querySelectorAll('*')) {
    const box = element.getBoundingClientRect();
    if (box.width && box.right > limit + 0.5 && !scrolls(element)) {
        const name = element.tagName.toLowerCase() + (element.id ? '#' + element.id : '') +
            (element.className && element.className.split ? '.' + element.className.split(' ').join('.') : '');
        found.push(name + ' reaches ' + Math.round(box.right) + ' px: ' + element.textContent.trim().slice(0, 40));
    }
}
return ['the page is ' + widest + ' px wide in a view of ' + limit].concat(found.slice(0, 5));
"""


def overflow_problems(browser: Browser) -> list[str]:
    """The page scrolls sideways: says how wide it is and which elements stick out."""
    return browser.run(OVERFLOW)
