#include "web/inspel/note.hpp"

namespace medskapa::web::inspel {

ui::Outcome badge(Outcome outcome) {
    switch (outcome) {
        case Outcome::fulfilled: return ui::Outcome::yes;
        case Outcome::partly: return ui::Outcome::part;
        case Outcome::not_fulfilled: return ui::Outcome::no;
        case Outcome::noted: return ui::Outcome::noted;
        case Outcome::waiting: break;
    }
    return ui::Outcome::wait;
}

}  // namespace medskapa::web::inspel
