#include "web/decision/waiver.hpp"

namespace medskapa::web::decision {

Html waiver_view(const Visit& visit, const Waiver& waiver) {
    const auto& words = visit.words;
    const auto assessments = waiver.missing.unassessed > 0
                                 ? words.count("The impact assessments lacked {} thing.",
                                       "The impact assessments lacked {} things.", waiver.missing.unassessed)
                                 : std::string{};
    return html(R"(
{assessments}<p>{answers}</p>
<blockquote{lang}><p>{reason}</p></blockquote>)",
        "answers"_a = words(
            "{} it was decided to go on although {} inspel were not read, {} were not split and {} issues "
            "had "
            "no public answer. The reason:",
            words.day(visit.site.clock.day(waiver.waived_at)), waiver.missing.unread, waiver.missing.unsplit,
            waiver.missing.unanswered),
        "assessments"_a = when(!assessments.empty(), html("<p>{}</p>", assessments)),
        "lang"_a = words.lang(minutes_language), "reason"_a = waiver.reason);
}

}  // namespace medskapa::web::decision
