#include "web/panel/desk/reading.hpp"

#include <charconv>

namespace medskapa::web::panel::desk {

using site::desk::Kind;
using site::desk::Needed;

std::int64_t bound(site::desk::Reader& in, const std::string& name) {
    const auto typed = in.line(name);
    std::int64_t number = 0;
    const auto [end, fault] = std::from_chars(typed.data(), typed.data() + typed.size(), number);
    if (fault != std::errc{} || end != typed.data() + typed.size())
        in.complain(name, N_("Write a whole number, without blanks"));
    return number;
}

PanelRound round_from(site::desk::Reader& in) {
    PanelRound round;
    round.opens = in.day("oppnar").value_or(Day{});
    round.closes = in.day("stanger").value_or(Day{});
    round.feedback = in.line("lardomar");
    return round;
}

void add_days(site::desk::Form& form, const Words& words) {
    form.one({"oppnar", words("First day"), Kind::day, Needed::yes});
    form.one({"stanger", words("Last day"), Kind::day, Needed::yes});
}

site::desk::Values proposed_days(const Visit& visit, site::desk::Values values) {
    constexpr std::chrono::days usual_length{21};
    values["oppnar"] = time::iso(visit.today());
    values["stanger"] = time::iso(visit.today() + usual_length);
    return values;
}

}  // namespace medskapa::web::panel::desk
