#include "web/conversation/result/sections.hpp"
#include "web/ui/table.hpp"

#include <algorithm>
#include <cmath>

namespace medskapa::web::conversation::result {
namespace {

using OnStatement = OpinionResult::OnStatement;

Html people_table(const Context& context) {
    const auto& words = context.visit.words;
    ui::Table table{.caption = words("Who has voted, by how sure it is who they are"),
        .columns = {{words("How they voted")}, {words("People"), ui::Cell::number}},
        .rows = {}};
    for (const auto& tier : context.result().tiers)
        table.rows.push_back(
            {html("{}", shown(tier.assurance, words)), html("{}", words.number(tier.people))});
    return ui::table(table);
}

Html shares_by_tier(const Context& context) {
    const auto& words = context.visit.words;
    if (context.result().tiers.size() < 2) return {};
    ui::Table table{.caption = words("Share that agrees, by how sure it is who voted"),
        .columns = {{words("Statement")}},
        .rows = {}};
    for (const auto& tier : context.result().tiers)
        table.columns.push_back({shown(tier.assurance, words), ui::Cell::number});
    for (const auto& [figures, statement] : on_this_page(context)) {
        std::vector<Html> row{html("{}", statement.text)};
        for (const auto& votes : figures.by_tier) row.push_back(html("{}", share_text(votes, words)));
        table.rows.push_back(std::move(row));
    }
    return ui::table(table);
}

/// How much the share that agrees moves without those flagged; 0 where it is not shown.
double shift(const OnStatement& on) {
    if (!on.everyone.is_shown() || !on.without_flagged.is_shown()) return 0;
    return std::abs(on.without_flagged.share_agreeing() - on.everyone.share_agreeing());
}

/// By more than what counting in fives may do.
bool moves(const OnStatement& on) {
    return shift(on) * on.everyone.votes > OpinionResult::fewest_shown;
}

/// The statements that move most.
std::vector<const OnStatement*> most_moved(const Context& context) {
    std::vector<const OnStatement*> moved;
    for (const auto& on : context.result().statements)
        if (moves(on) && !context.text(on.number).empty()) moved.push_back(&on);
    std::stable_sort(
        moved.begin(), moved.end(), [](const auto* a, const auto* b) { return shift(*a) > shift(*b); });
    if (moved.size() > most_listed) moved.resize(most_listed);
    return moved;
}

Html moved_table(const Context& context) {
    const auto& words = context.visit.words;
    const auto moved = most_moved(context);
    if (moved.empty())
        return html("<p>{}</p>", words("Without them no share moves more than the rounding may."));
    ui::Table table{.caption = words("What moves most without them"),
        .columns = {{words("Statement")}, {words("Agree, all"), ui::Cell::number},
            {words("Agree, without them"), ui::Cell::number}},
        .rows = {}};
    const auto percent = [&](const OpinionResult::Votes& votes) {
        return html("{} %", words.decimal(100 * votes.share_agreeing(), 1));
    };
    for (const auto* on : moved)
        table.rows.push_back(
            {html("{}", context.text(on->number)), percent(on->everyone), percent(on->without_flagged)});
    return ui::table(table);
}

std::size_t still_united(const OpinionResult& result, const std::vector<const OnStatement*>& united) {
    const auto& without = result.flagged.united;
    return static_cast<std::size_t>(std::count_if(united.begin(), united.end(), [&](const auto* on) {
        return std::find(without.begin(), without.end(), on->number) != without.end();
    }));
}

std::string questions_text(const std::vector<std::string>& questions, const Words& words) {
    if (questions.size() == 2) return words("municipality and age");
    return questions.front() == "municipality" ? words("municipality") : words("age");
}

Html weighted_table(const Context& context) {
    const auto& words = context.visit.words;
    ui::Table table{.caption = words("Share that agrees, counted alike and weighted"),
        .columns = {{words("Statement")}, {words("All alike"), ui::Cell::number},
            {words("Weighted"), ui::Cell::number}, {words("As sure as votes of"), ui::Cell::number}},
        .rows = {}};
    for (const auto& [figures, statement] : on_this_page(context)) {
        const auto& weighted = figures.weighted;
        if (weighted.effective_votes <= 0) continue;
        table.rows.push_back(
            {html("{}", statement.text), html("{} %", std::lround(100 * figures.everyone.share_agreeing())),
                html("{} %", std::lround(100 * weighted.agree)),
                html("{}", words.number(std::lround(weighted.effective_votes)))});
    }
    return ui::table(table);
}

}  // namespace

Html weights_section(const Context& context) {
    const auto& words = context.visit.words;
    const auto& weighting = context.result().weighting;
    if (weighting.questions.empty()) return {};
    return html(R"(
<section id="viktat">
  <h2>{title}</h2>
  <p>{who_answered}</p>
  <p>{uncertainty}</p>
  {table}
</section>)",
        "title"_a = words("If those who voted were like the people of the region"),
        "who_answered"_a = words(
            "About {} of {} people have told us about themselves. Here they count for more or less, at most "
            "five times, so that {} are as in the region. Those who have not told us count as one.",
            words.number(weighting.answered), words.number(context.result().participants),
            questions_text(weighting.questions, words)),
        "uncertainty"_a = words(
            "No single vote is changed, and the map and the lists above count everybody alike. Weighing "
            "makes it less sure: as sure as if {} people had voted.",
            words.number(std::lround(weighting.effective_people))),
        "table"_a = weighted_table(context));
}

Html tiers_section(const Context& context) {
    const auto& words = context.visit.words;
    if (context.result().tiers.empty()) return {};
    return html(R"(
<section id="hur-sakert">
  <h2>{title}</h2>
  <p>{explanation}</p>
  {people}
  {shares}
</section>)",
        "title"_a = words("How sure is it who voted?"),
        "explanation"_a =
            words("Each browser gets a random number when its reader votes, so one person may have voted "
                  "several times. Nobody's vote counts more or less for it: the split shows whether a result "
                  "rests on the least certain votes. Fewer than {} people, and their votes, are not shown.",
                OpinionResult::fewest_shown),
        "people"_a = people_table(context), "shares"_a = shares_by_tier(context));
}

Html flagged_section(const Context& context) {
    const auto& words = context.visit.words;
    const auto& flagged = context.result().flagged;
    if (flagged.people == 0)
        return html("<p>{}</p>",
            words("Fewer than {} participants have an unusual voting pattern.", OpinionResult::fewest_shown));
    const auto who = html("<p>{}</p>",
        words("About {} participants answer everything alike, very fast, as another does, or came for one "
              "statement.",
            words.number(flagged.people)));
    if (flagged.groups == 0)
        return html("{}<p>{}</p>", who,
            words("What the result is without them is withheld: it could show somebody."));
    const auto united = what_unites(context.result(), most_listed);
    return html("{}<p>{}</p>{}", who,
        words("Without them: {} groups instead of {}, and {} of the {} statements that unite are the same.",
            flagged.groups, context.result().groups.size(), still_united(context.result(), united),
            united.size()),
        moved_table(context));
}

}  // namespace medskapa::web::conversation::result
