#include "web/decision/waiver.hpp"

namespace medskapa::web::decision {

std::string waiver_text(const Waiver& waiver, const std::string& day, const Words& words) {
    const auto& missing = waiver.missing;
    auto text = words("{} it was decided to go on although not everything was done.", day);
    if (!missing.lacks_no_answer())
        text += " " + words("{} inspel were not read, {} were not split and {} issues had no public answer.",
                          missing.unread, missing.unsplit, missing.unanswered);
    if (missing.unassessed > 0)
        text += " " + words.count("The impact assessments lacked {} thing.",
                          "The impact assessments lacked {} things.", missing.unassessed);
    return text + " " + words("The reason:");
}

std::string waiver_heading(const Waiver& waiver, const Words& words) {
    return waiver.missing.lacks_no_answer() ? words("Decided before the impact assessments were done")
                                            : words("Decided in spite of missing answers");
}

Html waiver_view(const Visit& visit, const Waiver& waiver) {
    const auto& words = visit.words;
    return html(R"(
<p>{text}</p>
<blockquote{lang}><p>{reason}</p></blockquote>)",
        "text"_a = waiver_text(waiver, words.day(visit.site.clock.day(waiver.waived_at)), words),
        "lang"_a = words.lang(minutes_language), "reason"_a = waiver.reason);
}

}  // namespace medskapa::web::decision
