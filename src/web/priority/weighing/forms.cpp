#include "web/priority/weighing/forms.hpp"

#include "app/priority/weighing.hpp"
#include "base/text.hpp"
#include "domain/field.hpp"
#include "store/priority/priority_store.hpp"
#include "store/priority/weighing_store.hpp"
#include "web/frame/forms/post_form.hpp"
#include "web/priority/addresses.hpp"
#include "web/ui/in_language.hpp"

namespace medskapa::web::priority {
namespace {

std::string best_field(std::size_t round) {
    return "mest-" + std::to_string(round);
}
std::string worst_field(std::size_t round) {
    return "minst-" + std::to_string(round);
}
std::string points_field(std::size_t item) {
    return "poang-" + std::to_string(item);
}

Html sector_field(const Visit& visit, const AskedWeighing& asked, const std::string& form,
    const ui::Complaints& complaints) {
    if (asked.invitation)
        return html("{}<p>{}</p>", ui::hidden_field("lank", asked.link),
            visit.words("You answer for {}.", asked.invitation->organisation));
    auto choices = ui::choices_of<Sector>(visit.words);
    choices.insert(choices.begin(), {"", visit.words("Not chosen")});
    return ui::select(
        {.name = form,
            .label = visit.words("Whom do you speak for?"),
            .value = std::string{visit.field(form)},
            .hint = visit.words("The result is shown by kind of actors, never of fewer than five "
                                "people.")},
        choices, complaints, visit.words);
}

struct Radio {
    std::string name;
    std::uint32_t value = 0;
    std::string label;
};

Html radio(const Visit& visit, const Radio& one) {
    const bool is_chosen = visit.field(one.name) == std::to_string(one.value);
    return html(
        R"(<label><span class="vh">{label}</span><input type="radio" name="{name}" value="{value}"{checked}></label>)",
        "label"_a = one.label, "name"_a = one.name, "value"_a = one.value,
        "checked"_a = when(is_chosen, html(" checked")));
}

Html set_view(const Visit& visit, const AskedWeighing& asked, const std::array<std::uint32_t, 4>& set,
    std::size_t round) {
    const auto& words = visit.words;
    const auto row = [&](std::uint32_t item) {
        const auto title = visit.in(asked.items[item].title);
        return html(R"(<tr><td>{}</td><th scope="row">{}</th><td>{}</td></tr>)",
            radio(visit, {best_field(round), item, words("Most important: {}", title)}), title,
            radio(visit, {worst_field(round), item, words("Least important: {}", title)}));
    };
    return html(R"(
<table class="bw"><caption>{caption}</caption><thead><tr><th scope="col">{most}</th><th scope="col">{what}</th><th scope="col">{least}</th></tr></thead><tbody>{rows}</tbody></table>)",
        "caption"_a = words("Round {}", round + 1), "most"_a = words("Most important"),
        "what"_a = words("Priority"), "least"_a = words("Least important"), "rows"_a = each(set, row));
}

Html points_row(const Visit& visit, const AskedWeighing& asked, std::size_t item) {
    const auto name = points_field(item);
    const auto typed = std::string{visit.field(name)};
    return html(R"(
<div class="share-row"><label for="{name}">{title}</label><input id="{name}" name="{name}" type="number" min="0" max="100" inputmode="numeric" value="{value}"></div>)",
        "name"_a = name, "title"_a = ui::in_language(asked.items[item].title, visit.words),
        "value"_a = typed.empty() ? "0" : typed);
}

Html wrong_with(const ui::Complaints& complaints, Field field, const Words& words) {
    return each(complaints, [&](const Complaint& one) {
        return when(one.place == Place{field}, html(R"(<p class="error">{}</p>)", words.complaint(one)));
    });
}

Result<WeighingAnswer> with_sector(
    const Visit& visit, const AskedWeighing& asked, const std::string& field, WeighingAnswer answer) {
    if (asked.invitation || find_name<Sector>(visit.field(field), answer.sector)) return answer;
    return refuse(Failure::Kind::invalid, {{Place{field}, N_("Choose whom you speak for")}});
}

}  // namespace

std::optional<AskedWeighing> asked_weighing(const Visit& visit) {
    const auto number = Visit::number(visit.path.at("weighing"));
    const auto weighing =
        number ? store::weighing_numbered(visit.db, visit.process->id, *number) : std::nullopt;
    if (!weighing) return std::nullopt;
    AskedWeighing asked{*weighing, {}};
    for (const auto item : numbers_in(weighing->items))
        asked.items.push_back(store::priority_numbered(visit.db, visit.process->id, item).value());
    const auto in_path = visit.path.find("weigher");
    asked.link = in_path == visit.path.end() ? std::string{visit.field("lank")} : in_path->second;
    if (asked.link.empty()) return asked;
    asked.invitation = app::invitation_by_link(visit.db, asked.link, visit.site.secret);
    if (!asked.invitation || asked.invitation->weighing != weighing->id) return std::nullopt;
    return asked;
}

Html choices_form(
    const Visit& visit, const AskedWeighing& asked, std::uint64_t person, const ui::Complaints& complaints) {
    const auto& words = visit.words;
    auto fields = ui::hidden_field("lek", std::to_string(person + 1));
    fields += sector_field(visit, asked, "sektor", complaints);
    fields += wrong_with(complaints, Field::chosen, words);
    const auto deck = app::deck_of_weighing(asked.weighing, person);
    for (std::size_t round = 0; round < deck.size(); ++round)
        fields += set_view(visit, asked, deck[round], round);
    return html("<section id=\"val\"><h2>{}</h2><p>{}</p>{}</section>", words("Choose among four"),
        words("Easiest on a telephone. In each round, mark the most important and the least important. Skip "
              "a round if you like."),
        post_form(visit, {.action = visit.href(address::weigh_choices, asked.weighing.number),
                             .fields = fields,
                             .button = ui::submit(words("Send my choices"), ui::Weight::filled)}));
}

Html points_form(const Visit& visit, const AskedWeighing& asked, const ui::Complaints& complaints) {
    const auto& words = visit.words;
    auto fields = sector_field(visit, asked, "sektor-poang", complaints);
    fields += wrong_with(complaints, Field::points, words);
    for (std::size_t item = 0; item < asked.items.size(); ++item) fields += points_row(visit, asked, item);
    return html("<section id=\"poang\"><h2>{}</h2><p>{}</p>{}</section>", words("Share out 100 points"),
        words("Give most to what you want the region to concentrate on. Zero is an answer. They are to make "
              "100 together."),
        post_form(visit, {.action = visit.href(address::weigh_points, asked.weighing.number),
                             .fields = fields,
                             .button = ui::submit(words("Send my points"), ui::Weight::quiet)}));
}

Html take_back_form(const Visit& visit, const AskedWeighing& asked) {
    const auto& words = visit.words;
    return ui::guarded(words("Take back what I have answered"),
        words("All that you have sent here from this browser is erased at once."),
        post_form(
            visit, {.action = visit.href(address::take_back_weighing, asked.weighing.number),
                       .fields = asked.invitation ? ui::hidden_field("lank", asked.link) : Html{},
                       .button = ui::submit(words("Take back what I have answered"), ui::Weight::small)}));
}

/// 0 to 3; nothing for anything else.
std::optional<std::uint32_t> place_in_four(std::string_view typed) {
    if (typed.size() != 1 || typed.front() < '0' || typed.front() > '3') return std::nullopt;
    return static_cast<std::uint32_t>(typed.front() - '0');
}

Result<WeighingAnswer> typed_choices(const Visit& visit, const AskedWeighing& asked) {
    const auto person = Visit::number(visit.field("lek"));
    if (!person) return refuse(Failure::Kind::invalid);
    const auto deck = app::deck_of_weighing(asked.weighing, static_cast<std::uint64_t>(*person - 1));
    std::vector<BestOfFour> choices;
    for (std::size_t round = 0; round < deck.size(); ++round) {
        const auto best = place_in_four(visit.field(best_field(round)));
        const auto worst = place_in_four(visit.field(worst_field(round)));
        if (!best && !worst) continue;
        if (!best || !worst)
            return refuse(Failure::Kind::invalid,
                {{Field::chosen, N_("Mark both the most and the least important in round {}"),
                    {static_cast<int>(round + 1)}}});
        choices.push_back({deck[round], *best, *worst});
    }
    if (choices.empty())
        return refuse(Failure::Kind::invalid, {{Field::chosen, N_("Answer at least one round")}});
    WeighingAnswer answer;
    answer.choices = text_of(choices);
    return with_sector(visit, asked, "sektor", answer);
}

Result<WeighingAnswer> typed_points(const Visit& visit, const AskedWeighing& asked) {
    WeighingAnswer answer;
    for (std::size_t item = 0; item < asked.items.size(); ++item) {
        const auto typed = text::one_line(visit.field(points_field(item)));
        answer.points += (item == 0 ? "" : " ") + (typed.empty() ? "0" : typed);
    }
    return with_sector(visit, asked, "sektor-poang", answer);
}

}  // namespace medskapa::web::priority
