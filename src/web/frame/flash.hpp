#pragma once

#include "base/names.hpp"
#include "web/frame/visit.hpp"

#include <string>

namespace medskapa::web {

/// What was just done on the desk. The next page tells it once: its address carries the act's name, and the
/// words are ours.
enum class Notice {
    published,
    declined,
    reopened,
    copied,
    masked,
    shown,
    split,
    unsplit,
    assigned,
    grouped,
    left_group,
    answered,
    changed,
    answers_published,
    block_added,
    block_removed,
    seat_added,
    seat_ended,
    role_removed
};

}  // namespace medskapa::web

namespace medskapa {
template <>
inline constexpr std::array<std::string_view, 19> names_of<web::Notice>{"publicerat", "avvisat",
    "provas-igen", "kopia", "maskat", "tillagg", "uppdelat", "borttagen", "tilldelat", "grupperat",
    "ur-gruppen", "svar", "andrat-svar", "svaren", "textblock", "utan-textblock", "plats", "avslutad-plats",
    "utan-roll"};
}  // namespace medskapa

namespace medskapa::web {

/// The address, asking the page there to tell of it.
std::string with_notice(Notice, std::string address);
/// The notice that the address asks for; nothing when it asks for none that we know.
Html flash(const Visit&);

}  // namespace medskapa::web
