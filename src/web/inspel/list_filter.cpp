#include "web/inspel/list_filter.hpp"

#include <vector>

namespace medskapa::web::inspel {
namespace {

struct Option {
    std::string value;
    std::string text;
};

Html choice(
    const Visit& visit, const char* name, const std::string& label, const std::vector<Option>& options) {
    return html(R"(
<div><label for="{name}">{label}</label><select id="{name}" name="{name}"><option value="">{all}</option>{options}</select></div>)",
        "name"_a = name, "label"_a = label, "all"_a = visit.words("All"),
        "options"_a = each(options, [&](const Option& option) {
            return html(R"(<option value="{}"{}>{}</option>)", option.value,
                visit.query(name) == option.value ? html(" selected") : Html{}, option.text);
        }));
}

template <class Enum>
std::vector<Option> options_of(const Words& words) {
    std::vector<Option> options;
    for (const auto& name : names_of<Enum>)
        options.push_back({std::string{name.word}, shown(name.value, words)});
    return options;
}

std::vector<Option> outcome_options(const Words& words) {
    auto outcomes = options_of<Outcome>(words);
    outcomes.push_back({std::string{late}, words("The answer is late")});
    return outcomes;
}

std::vector<Option> organisation_options(const Words& words) {
    std::vector<Option> options{{std::string{any_organisation}, words("Any organisation")}};
    for (auto& one : options_of<OrganisationKind>(words)) options.push_back(std::move(one));
    return options;
}

std::vector<Option> topic_options(const Visit& visit, const Surroundings& s) {
    std::vector<Option> options;
    for (const auto& topic : s.topics) options.push_back({topic.slug, visit.in(topic.title)});
    return options;
}

std::vector<Option> municipality_options(const Surroundings& s) {
    std::vector<Option> options;
    for (const auto& municipality : s.municipalities)
        options.push_back({municipality.code, municipality.name});
    return options;
}

std::vector<Option> step_options(const Visit& visit, const Surroundings& s) {
    std::vector<Option> options;
    for (const auto& step : s.steps) options.push_back({std::to_string(step.number), visit.in(step.title)});
    return options;
}

}  // namespace

store::InspelFilter filter_of(const Visit& visit, const Surroundings& s) {
    store::InspelFilter filter;
    filter.words = std::string{visit.query("q")};
    for (const auto& topic : s.topics)
        if (topic.slug == visit.query("amne")) filter.topic = topic.id;
    if (!municipality_name(s, std::string{visit.query("kommun")}, visit).empty())
        filter.municipality = std::string{visit.query("kommun")};
    ActorKind kind{};
    if (find_name<ActorKind>(visit.query("vem"), kind)) filter.actor_kind = kind;
    OrganisationKind organisation{};
    if (find_name<OrganisationKind>(visit.query("organisation"), organisation))
        filter.organisation_kind = organisation;
    filter.only_confirmed = visit.query("organisation") == any_organisation;
    const auto number = Visit::number(visit.query("steg"));
    for (const auto& step : s.steps)
        if (number && step.number == *number) filter.step = step.id;
    Outcome outcome{};
    if (find_name<Outcome>(visit.query("utfall"), outcome)) filter.outcome = outcome;
    if (visit.query("utfall") == late) filter.late_on = visit.today();
    return filter;
}

Html filter_view(const Visit& visit, const Surroundings& s) {
    const auto& words = visit.words;
    return html(R"(
<form class="filter" role="search" method="get" aria-label="{search}">
<div class="wide"><label for="q">{words}</label><input id="q" name="q" type="search" value="{typed}"></div>{topic}{municipality}{sender}{organisation}{step}{outcome}
<button class="btn" type="submit">{submit}</button></form>)",
        "search"_a = words("Search the inspel"), "words"_a = words("Words"), "typed"_a = visit.query("q"),
        "topic"_a = choice(visit, "amne", words("Topic"), topic_options(visit, s)),
        "municipality"_a = choice(visit, "kommun", words("Municipality"), municipality_options(s)),
        "sender"_a = choice(visit, "vem", words("Sender"), options_of<ActorKind>(words)),
        "organisation"_a =
            choice(visit, "organisation", words("Confirmed organisation"), organisation_options(words)),
        "step"_a = choice(visit, "steg", words("Step"), step_options(visit, s)),
        "outcome"_a = choice(visit, "utfall", words("Outcome"), outcome_options(words)),
        "submit"_a = words("Search"));
}

}  // namespace medskapa::web::inspel
