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

#include <functional>

namespace medskapa::web::correction {
namespace {

using Aspect = Correction::Aspect;
using Kind = Correction::Kind;

/// A word of an enum as its label says it, or as it stands.
template <class Enum>
std::string label_of(const std::string& word, const Words& words) {
    Enum value{};
    return find_name<Enum>(word, value) ? shown(value, words) : word;
}

std::string name_of_body(const Source& source, const std::string& slug) {
    for (const auto& body : store::bodies_of(source.db, source.process))
        if (body.slug == slug) return source.words.in(body.title);
    return slug;
}

Html readings_view(const Visit& visit, const Correction& one) {
    const auto& words = visit.words;
    if (!one.has_readings()) return {};
    const auto source = source_of(visit);
    const auto right = shown_reading(source, one, one.right);
    if (one.is_withheld)
        return html("<br>{}{}", words("What stood is not shown, since it held personal information."),
            when(!one.right.empty(), html(" {}", words("Right is: {}", right))));
    if (is_long(one.aspect))
        return html("<br><span{}>{}</span>", words.lang("sv"), ui::diff(one.was, one.right, words));
    return html("<br>{} {}", words("It said: {}.", shown_reading(source, one, one.was)),
        words("Right is: {}", right));
}

/// What was corrected, and where it is read: nowhere, when nobody but the staff can read it any more.
struct Thing {
    std::string name;
    std::function<std::string(const Visit&)> href = {};
};

Thing unknown(const Source& source, const Correction& one) {
    return {shown(one.kind, source.words)};
}

Thing decision_of(const Source& source, const Correction& one) {
    for (const auto& decision : store::decisions_of(source.db, source.process))
        if (decision.id.value == one.thing)
            return {
                source.words("Decision B-{}", decision.number), [number = decision.number](const Visit& at) {
                    return at.href(address::decision_page, number);
                }};
    return unknown(source, one);
}

Thing paragraph_of(const Source& source, const Correction& one) {
    const auto version = store::find_version(source.db, {one.thing});
    const auto document = version ? store::find_document(source.db, version->document) : std::nullopt;
    if (!document) return unknown(source, one);
    return {source.words("{}, version {}", one.place, version->number),
        [code = document->code, number = version->number, place = one.place](
            const Visit& at) { return at.href(address::version_page, code, number) + "#" + place; }};
}

Thing party_of(const Source& source, const Correction& one) {
    const auto party = store::find_party(source.db, {one.thing});
    const auto referral = party ? store::find_referral(source.db, party->referral) : std::nullopt;
    if (!referral) return unknown(source, one);
    return {party->name,
        [number = referral->number](const Visit& at) { return at.href(address::referral_page, number); }};
}

Thing step_of(const Source& source, const Correction& one) {
    for (const auto& step : store::steps_of(source.db, source.process))
        if (step.id.value == one.thing)
            return {source.words.in(step.title),
                [number = step.number](const Visit& at) { return at.href(address::step_page, number); }};
    return unknown(source, one);
}

/// Where the answer is read with a published inspel.
Thing answer_of(const Source& source, const Correction& one) {
    for (const auto& issue : store::issues_with(source.db, {one.thing})) {
        const auto inspel = store::find_inspel(source.db, issue.inspel);
        if (inspel && inspel->state == Inspel::State::published)
            return {source.words("Answer to {}", "I-" + std::to_string(inspel->number)),
                [number = inspel->number, position = issue.position](const Visit& at) {
                    return at.href(address::inspel_page, number) + "#s" + std::to_string(position);
                }};
    }
    return unknown(source, one);
}

Thing find_thing(const Source& source, const Correction& one) {
    switch (one.kind) {
        case Kind::decision: return decision_of(source, one);
        case Kind::version: return paragraph_of(source, one);
        case Kind::party: return party_of(source, one);
        case Kind::seat:
            return {source.words("Organisation"),
                [](const Visit& at) { return at.href(address::organisation_page); }};
        case Kind::step: return step_of(source, one);
        case Kind::answer: break;
    }
    return answer_of(source, one);
}

}  // namespace

std::string name_of(const Correction& one, const Words& words) {
    if (one.aspect == Aspect::words) return one.place;
    const auto name = shown(one.aspect, words);
    return one.place.empty() || one.place == "sv"
               ? name
               : words("{} ({})", name, language_with_tag(one.place).name());
}

bool is_long(Aspect aspect) {
    return aspect == Aspect::words || aspect == Aspect::text || aspect == Aspect::dissent ||
           aspect == Aspect::answer;
}

Source source_of(const Visit& visit) {
    return {visit.db, visit.process->id, visit.words, visit.site.clock};
}

std::string shown_reading(const Source& source, const Correction& one, const std::string& reading) {
    const auto& words = source.words;
    switch (one.aspect) {
        case Aspect::decided_on:
        case Aspect::noticed_on:
        case Aspect::starts:
        case Aspect::ends: {
            const auto day = medskapa::time::read_day(reading);
            return day ? words.day(*day) : words("no day");
        }
        case Aspect::body: return name_of_body(source, reading);
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
    const auto thing = find_thing(source_of(visit), one);
    return {thing.href ? thing.href(visit) : std::string{}, thing.name};
}

std::string name_of_thing(const Source& source, const Correction& one) {
    return find_thing(source, one).name;
}

}  // namespace medskapa::web::correction
