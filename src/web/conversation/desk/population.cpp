#include "web/conversation/desk/population.hpp"

#include "store/conversation/seen_versions.hpp"
#include "store/conversation/voter_store.hpp"
#include "store/site/site_store.hpp"
#include "web/conversation/addresses.hpp"
#include "web/frame/forms/post_form.hpp"

namespace medskapa::web::conversation::desk {
namespace {

using People = std::map<std::string, std::int64_t>;

/// "12 400" without its spaces, which may be no-break ones.
std::string without_spaces(std::string_view typed) {
    constexpr std::string_view no_break = "\u00a0";
    std::string digits{typed};
    for (auto at = digits.find(no_break); at != digits.npos; at = digits.find(no_break))
        digits.erase(at, no_break.size());
    std::erase(digits, ' ');
    return digits;
}

struct Category {
    std::string field;
    std::string name;
    std::string label;
};

std::vector<Category> municipalities(const Visit& visit) {
    std::vector<Category> all;
    for (const auto& place : store::municipalities_of(visit.db, visit.process->id))
        all.push_back({"kommun-" + place.code, place.code, place.name});
    return all;
}

std::vector<Category> ages(const Visit& visit) {
    std::vector<Category> all;
    for (const auto& name : names_of<AgeClass>)
        all.push_back({"alder-" + std::string{name.word}, std::string{name.word}, visit.words(name.label)});
    return all;
}

Html fields(const Visit& visit, const std::vector<Category>& categories, const People& known,
    const ui::Complaints& complaints) {
    return each(categories, [&](const Category& category) {
        const auto found = known.find(category.name);
        const auto stored = found == known.end() ? std::string{} : std::to_string(found->second);
        return ui::text_field(
            {.name = category.field,
                .label = category.label,
                .value = complaints.empty() ? stored : std::string{visit.field(category.field)},
                .is_optional = true,
                .is_short = true},
            ui::Input::text, complaints, visit.words);
    });
}

/// What is not a number becomes 0, which the rule refuses with the field's name.
People typed(const Visit& visit, const std::vector<Category>& categories) {
    People people;
    for (const auto& category : categories)
        if (const auto text = without_spaces(visit.field(category.field)); !text.empty())
            people[category.name] = Visit::number(text).value_or(0);
    return people;
}

}  // namespace

Html population_form(
    const Visit& visit, const ActivityConversation& conversation, const ui::Complaints& complaints) {
    const auto& words = visit.words;
    const auto known = store::population_of(visit.db, conversation.activity.id);
    const auto of_places = fields(visit, municipalities(visit), known.by_municipality, complaints);
    const auto of_ages = fields(visit, ages(visit), known.by_age_class, complaints);
    return html(R"(
<details class="more"{open}>
  <summary>{title}</summary>
  <p>{explanation}</p>
  {form}
</details>)",
        "open"_a = when(!complaints.empty(), html(" open")), "title"_a = words("How many live in the region"),
        "explanation"_a = words(
            "With these figures the result is shown weighted next to the unweighted. Leave out what you do "
            "not have: two municipalities or two ages are enough."),
        "form"_a = post_form(
            visit, {.action = visit.href(address::conversation_population, conversation.activity.slug),
                       .fields = html("{}{}", of_places, of_ages),
                       .button = ui::submit(words("Save"), ui::Weight::small),
                       .seen = {store::version_of(conversation.activity.id, known)}}));
}

Population typed_population(const Visit& visit) {
    return {typed(visit, municipalities(visit)), typed(visit, ages(visit))};
}

}  // namespace medskapa::web::conversation::desk
