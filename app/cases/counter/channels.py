"""The four ways by which people come to the town: an icon and a word for each."""

from app.kit.i18n import N_

WORDS = {
    "web": ("person", N_("Online")),
    "counter": ("services", N_("At the window")),
    "phone": ("phone", N_("By phone")),
    "post": ("mail", N_("On paper")),
}
