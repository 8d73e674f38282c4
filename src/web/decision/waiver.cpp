#include "web/decision/waiver.hpp"

namespace medskapa::web::decision {

Html waiver_view(const Visit& visit, const Waiver& waiver) {
    const auto& words = visit.words;
    const auto assessments = waiver.missing.unassessed > 0
                                 ? words.count("The impact assessments lacked {} thing.",
                                       "The impact assessments lacked {} things.", waiver.missing.unassessed)
                                 : std::string{};
    return html("\n<p>{}</p>{}\n<blockquote{}><p>{}</p></blockquote>",
        words("{} it was decided to go on although {} inspel were not read, {} were not split and {} issues "
              "had "
              "no public answer. The reason:",
            words.day(visit.site.clock.day(waiver.waived_at)), waiver.missing.unread, waiver.missing.unsplit,
            waiver.missing.unanswered),
        when(!assessments.empty(), html("<p>{}</p>", assessments)), words.lang(minutes_language),
        waiver.reason);
}

}  // namespace medskapa::web::decision
