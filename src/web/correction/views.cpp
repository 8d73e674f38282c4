#include "web/correction/views.hpp"

#include "store/decision/decision_store.hpp"
#include "store/document/document_store.hpp"
#include "store/inspel/inspel_store.hpp"
#include "store/issue/issue_store.hpp"
#include "store/referral/referral_store.hpp"
#include "store/site/site_store.hpp"
#include "web/assessment/views.hpp"
#include "web/decision/addresses.hpp"
#include "web/document/addresses.hpp"
#include "web/inspel/addresses.hpp"
#include "web/referral/addresses.hpp"
#include "web/site/addresses.hpp"
#include "web/ui/diff.hpp"

namespace medskapa::web::correction {
namespace {

using Aspect = Correction::Aspect;
using Kind = Correction::Kind;

bool is_long(Aspect aspect) {
    return aspect == Aspect::words || aspect == Aspect::text || aspect == Aspect::dissent ||
           aspect == Aspect::answer;
}

/// A word of an enum as its label says it, or as it stands.
template <class Enum>
std::string label_of(const std::string& word, const Words& words) {
    Enum value{};
    return find_name<Enum>(word, value) ? shown(value, words) : word;
}

std::string name_of_body(const Visit& visit, const std::string& slug) {
    for (const auto& body : store::bodies_of(visit.db, visit.process->id))
        if (body.slug == slug) return visit.in(body.title);
    return slug;
}

Html readings_view(const Visit& visit, const Correction& one) {
    const auto& words = visit.words;
    if (!one.has_readings()) return {};
    const auto right = shown_reading(visit, one, one.right);
    if (one.is_withheld)
        return html("<br>{}{}", words("What stood is not shown, since it held personal information."),
            when(!one.right.empty(), html(" {}", words("Right is: {}", right))));
    if (is_long(one.aspect))
        return html("<br><span{}>{}</span>", words.lang("sv"), ui::diff(one.was, one.right, words));
    return html(
        "<br>{} {}", words("It said: {}.", shown_reading(visit, one, one.was)), words("Right is: {}", right));
}

ui::Link decision_of(const Visit& visit, const Correction& one) {
    for (const auto& decision : store::decisions_of(visit.db, visit.process->id))
        if (decision.id.value == one.thing)
            return {visit.href(address::decision_page, decision.number),
                visit.words("Decision B-{}", decision.number)};
    return {{}, shown(one.kind, visit.words)};
}

ui::Link paragraph_of(const Visit& visit, const Correction& one) {
    const auto version = store::find_version(visit.db, {one.thing});
    const auto document = version ? store::find_document(visit.db, version->document) : std::nullopt;
    if (!document) return {{}, shown(one.kind, visit.words)};
    return {visit.href(address::version_page, document->code, version->number) + "#" + one.place,
        visit.words("{}, version {}", one.place, version->number)};
}

ui::Link party_of(const Visit& visit, const Correction& one) {
    const auto party = store::find_party(visit.db, {one.thing});
    const auto referral = party ? store::find_referral(visit.db, party->referral) : std::nullopt;
    if (!referral) return {{}, shown(one.kind, visit.words)};
    return {visit.href(address::referral_page, referral->number), party->name};
}

ui::Link step_of(const Visit& visit, const Correction& one) {
    for (const auto& step : store::steps_of(visit.db, visit.process->id))
        if (step.id.value == one.thing)
            return {visit.href(address::step_page, step.number), visit.in(step.title)};
    return {{}, shown(one.kind, visit.words)};
}

/// Where the answer is read with a published inspel.
ui::Link answer_of(const Visit& visit, const Correction& one) {
    for (const auto& issue : store::issues_with(visit.db, {one.thing})) {
        const auto inspel = store::find_inspel(visit.db, issue.inspel);
        if (inspel && inspel->state == Inspel::State::published)
            return {visit.href(address::inspel_page, inspel->number) + "#s" + std::to_string(issue.position),
                visit.words("Answer to {}", "I-" + std::to_string(inspel->number))};
    }
    return {{}, shown(one.kind, visit.words)};
}

}  // namespace

std::string name_of(const Correction& one, const Words& words) {
    if (one.aspect == Aspect::words) return one.place;
    const auto name = shown(one.aspect, words);
    return one.place.empty() || one.place == "sv"
               ? name
               : words("{} ({})", name, language_with_tag(one.place).name());
}

std::string shown_reading(const Visit& visit, const Correction& one, const std::string& reading) {
    const auto& words = visit.words;
    switch (one.aspect) {
        case Aspect::decided_on:
        case Aspect::noticed_on:
        case Aspect::starts:
        case Aspect::ends: {
            const auto day = medskapa::time::read_day(reading);
            return day ? words.day(*day) : words("no day");
        }
        case Aspect::body: return name_of_body(visit, reading);
        case Aspect::kind: return label_of<Party::Kind>(reading, words);
        case Aspect::precision: return label_of<DatePrecision>(reading, words);
        case Aspect::outcome: return label_of<Outcome>(reading, words);
        default: break;
    }
    return reading.empty() ? words("nothing") : reading;
}

Html view(const Visit& visit, const Correction& one) {
    const auto& words = visit.words;
    const auto day = words.day(visit.site.clock.day(one.made_at));
    const auto by = one.role.empty() ? std::string{} : ", " + assessment::shown_role(one.role, words);
    return html(R"(
<p class="correction"><strong>{name}</strong> <span class="meta">{day}{by}</span><br>{what}{readings}<br><span{lang}>{reason}</span></p>)",
        "name"_a = words("Correction {}", reference(one)), "day"_a = day, "by"_a = by,
        "what"_a = name_of(one, words), "readings"_a = readings_view(visit, one), "lang"_a = words.lang("sv"),
        "reason"_a = words("Why: {}", one.reason));
}

ui::Link thing_of(const Visit& visit, const Correction& one) {
    switch (one.kind) {
        case Kind::decision: return decision_of(visit, one);
        case Kind::version: return paragraph_of(visit, one);
        case Kind::party: return party_of(visit, one);
        case Kind::seat: return {visit.href(address::organisation_page), visit.words("Organisation")};
        case Kind::step: return step_of(visit, one);
        case Kind::answer: break;
    }
    return answer_of(visit, one);
}

}  // namespace medskapa::web::correction
