#include "web/correction/desk/correction_form.hpp"

#include "domain/referral/referral.hpp"
#include "store/site/site_store.hpp"
#include "web/ui/forms/field_names.hpp"

#include <algorithm>

namespace medskapa::web::correction::desk {
namespace {

using Aspect = Correction::Aspect;
using site::desk::Entry;
using site::desk::Kind;
using site::desk::Needed;
using site::desk::Values;

constexpr const char* withheld_name = "visas-inte";

/// As the complaints of the thing's own rules name it.
std::string name_of_field(const Reading& reading) {
    const auto named = [](Field field) { return std::string{medskapa::name_of(field)}; };
    switch (reading.aspect) {
        case Aspect::decided_on: return named(Field::decided);
        case Aspect::body: return named(Field::body);
        case Aspect::paragraph: return named(Field::paragraph);
        case Aspect::case_number: return named(Field::case_number);
        case Aspect::text:
        case Aspect::words: return named(Field::text);
        case Aspect::dissent: return named(Field::dissent);
        case Aspect::noticed_on: return named(Field::noticed);
        case Aspect::name:
            return reading.place.empty()
                       ? named(Field::name)
                       : site::desk::name_in(named(Field::title), language_with_tag(reading.place));
        case Aspect::kind:
        case Aspect::precision: return named(Field::kind);
        case Aspect::role: return named(Field::role);
        case Aspect::organisation: return named(Field::organisation);
        case Aspect::starts: return named(Field::opens);
        case Aspect::ends: return named(Field::ends);
        case Aspect::outcome: return named(Field::outcome);
        case Aspect::answer: break;
    }
    return named(Field::answer);
}

Kind kind_of(Aspect aspect) {
    switch (aspect) {
        case Aspect::decided_on:
        case Aspect::noticed_on:
        case Aspect::starts:
        case Aspect::ends: return Kind::day;
        case Aspect::body:
        case Aspect::kind:
        case Aspect::precision:
        case Aspect::outcome: return Kind::choice;
        case Aspect::text:
        case Aspect::words:
        case Aspect::dissent:
        case Aspect::answer: return Kind::text;
        default: return Kind::line;
    }
}

std::vector<ui::Choice> choices_of(const Visit& visit, Aspect aspect) {
    if (aspect == Aspect::kind) return ui::choices_of<Party::Kind>(visit.words);
    if (aspect == Aspect::precision) return ui::choices_of<DatePrecision>(visit.words);
    std::vector<ui::Choice> bodies;
    if (aspect == Aspect::body)
        for (const auto& body : store::bodies_of(visit.db, visit.process->id))
            bodies.push_back({body.slug, visit.in(body.title)});
    return bodies;
}

bool says(const Readings& standing, Aspect aspect) {
    return std::any_of(
        standing.begin(), standing.end(), [&](const Reading& one) { return one.aspect == aspect; });
}

/// A step alone has days that are more or less exact, and none need be set; a seat begins on a day.
bool may_be_empty(const Readings& standing, const Reading& reading) {
    return reading.aspect == Aspect::noticed_on || reading.aspect == Aspect::organisation ||
           reading.aspect == Aspect::dissent || reading.aspect == Aspect::ends ||
           (reading.aspect == Aspect::starts && says(standing, Aspect::precision)) ||
           (reading.aspect == Aspect::name && reading.place != "sv" && !reading.place.empty());
}

Entry entry_of(const Visit& visit, const Readings& standing, const Reading& reading) {
    const auto& words = visit.words;
    Entry entry{name_of_field(reading), shown(reading.aspect, words), kind_of(reading.aspect),
        may_be_empty(standing, reading) ? Needed::no : Needed::yes, {}, choices_of(visit, reading.aspect)};
    if (reading.aspect != Aspect::name || reading.place.empty() || reading.place == "sv") return entry;
    const auto language = language_with_tag(reading.place);
    const auto& offered = visit.process->languages;
    entry.label = words("{} ({})", entry.label, language.name());
    if (std::find(offered.begin(), offered.end(), language) == offered.end()) entry.kind = Kind::hidden;
    return entry;
}

/// How far that what stood is not shown reaches: an entry of a decision says in clear who decided it and
/// under which number.
std::string reach_of_withholding(const Words& words, const Readings& standing) {
    auto text = words(
        "What corrections before this one said of the same is not shown any more either. Tick it and change "
        "nothing else to hide only that.");
    if (says(standing, Aspect::case_number))
        text +=
            " " + words(
                      "The case number and who decided also stand in the open log, and cannot be withheld "
                      "there.");
    return text;
}

}  // namespace

std::string word_that_corrects(const Words& words) {
    return words.in("word to confirm with", "correct");
}

site::desk::Form form_of(const Visit& visit, const Correctable& thing) {
    const auto& words = visit.words;
    site::desk::Form form{thing.title,
        words("Change what was wrong. What it said stays to be read, next to what is right and why.")};
    form.home = thing.page;
    for (const auto& reading : thing.standing) form.one(entry_of(visit, thing.standing, reading));
    form.one({ui::name_in_form(Field::change_reason), words("What was wrong, and why?"), Kind::line,
        Needed::yes, words("Everybody can read it.")});
    if (thing.may_withhold)
        form.one({withheld_name, words("Do not show what it said: it held something about a person"),
            Kind::tick, Needed::no, reach_of_withholding(words, thing.standing)});
    const auto word = word_that_corrects(words);
    form.one({ui::confirm_name, words("Write {} to confirm", word), Kind::line, Needed::yes,
        words("A correction cannot be undone. What is wrong in it is corrected by another.")});
    return form;
}

Values values_of(const Readings& standing) {
    Values values;
    for (const auto& one : standing) values[name_of_field(one)] = one.text;
    return values;
}

Correcting correcting_from(const Visit& visit, const Readings& standing) {
    Correcting typed;
    for (auto one : standing) {
        one.text = std::string{visit.field(name_of_field(one))};
        typed.right.push_back(std::move(one));
    }
    typed.reason = std::string{visit.field(ui::name_in_form(Field::change_reason))};
    typed.withholds = visit.field(withheld_name) == "ja";
    return typed;
}

Response form_page(const Visit& visit, const std::optional<Correctable>& thing) {
    if (!thing) return problem(visit, Failure::Kind::not_found);
    const auto values = values_of(thing->standing);
    return site::desk::form_page(visit, form_of(visit, *thing), values, values);
}

}  // namespace medskapa::web::correction::desk
