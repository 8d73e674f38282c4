#include "web/conversation/result/sections.hpp"
#include "web/ui/pieces.hpp"
#include "web/ui/table.hpp"

#include <cmath>

namespace medskapa::web::conversation::result {
namespace {

using OnStatement = OpinionResult::OnStatement;
using Found = std::vector<const OnStatement*>;

Html stance_item(const Context& context, const OnStatement& on) {
    const auto text = context.text(on.number);
    if (text.empty()) return {};
    return html(R"(
<li class="stance"><p>{}</p>{}<span class="meta">{}</span></li>)",
        text, bars_view(context.result(), on, context.visit.words),
        context.visit.words("about {} answers in all", context.visit.words.number(on.everyone.votes)));
}

Html stance_list(
    const Context& context, const std::string& title, const std::string& lead, const Found& found) {
    const auto items = each(found, [&](const OnStatement* on) { return stance_item(context, *on); });
    return html(R"(<section><h2>{}</h2><p class="small">{}</p>{}</section>)", title, lead,
        items.empty() ? html("<p>{}</p>", context.visit.words("Nothing is sure enough yet."))
                      : html(R"(<ul class="plain">{}</ul>)", items));
}

/// How sure the group's border is, by the percentage as it is shown.
std::string firmness(long percent, const Words& words) {
    if (percent >= OpinionResult::firm_percent) return words("stable");
    return percent >= OpinionResult::certain_percent ? words("fairly stable") : words("uncertain");
}

Html groups_table(const Context& context) {
    const auto& words = context.visit.words;
    ui::Table table{.caption = words("The groups"),
        .columns = {{words("Group")}, {words("People"), ui::Cell::number},
            {words("Comes back"), ui::Cell::number}, {words("The group is")}},
        .rows = {}};
    for (const auto& group : context.result().groups) {
        const auto percent = std::lround(group.stability * 100);
        table.rows.push_back({html("{}", group_title(group, context.names, words)), html("{}", group.size),
            html("{} %", percent), html("{}", firmness(percent, words))});
    }
    return ui::table(table);
}

/// Each group with what it is known for.
Html each_group(const Context& context) {
    return each(context.result().groups, [&](const auto& group) {
        return html("<h3>{}</h3>{}", group_title(group, context.names, context.visit.words),
            known_for(context, group));
    });
}

Html groups_section(const Context& context) {
    const auto& words = context.visit.words;
    if (context.result().groups.size() < 2) return {};
    return html(R"(
<section>
  <h2>{title}</h2>
  {groups}
  {table}
  <p class="small">{explanation}</p>
</section>)",
        "title"_a = words("What sets each group apart"), "groups"_a = each_group(context),
        "table"_a = groups_table(context),
        "explanation"_a = words("We draw the participants at random fifty times, and group them each time. "
                                "The column Comes back shows how much of the group is then found together, "
                                "on average. From {} % the group is stable, below {} % it is uncertain.",
            OpinionResult::firm_percent, OpinionResult::certain_percent));
}

Html in_common(const Context& context) {
    const auto& words = context.visit.words;
    return html("{}{}",
        stance_list(context, words("What unites"),
            words("A clear majority in every group agrees, or disagrees."),
            what_unites(context.result(), most_listed)),
        stance_list(context, words("More in favour than expected"),
            words("In every group whose votes are shown more are for than against, and more than their other "
                  "votes would suggest."),
            what_bridges(context.result(), most_listed)));
}

Html what_sets_apart(const Context& context) {
    const auto& words = context.visit.words;
    return html("{}{}",
        stance_list(context, words("Where people disagree"), words("The groups answer most differently."),
            what_divides(context.result(), most_listed)),
        groups_section(context));
}

}  // namespace

Html known_for(const Context& context, const OpinionResult::Group& group) {
    const auto line = [&](const OpinionResult::Group::KnownFor& known) {
        if (context.text(known.statement).empty()) return Html{};
        return html(R"(<li><span class="meta">{}:</span> {}</li>)", shown(known.side, context.visit.words),
            context.text(known.statement));
    };
    return html("<ul>{}</ul>", each(group.known_for, line));
}

Html common_ground(const Context& context) {
    return html(R"(
<p class="small apart">{}</p>
<div class="sides even">{}{}</div>)",
        context.visit.words(
            "Each bar is the share of the group that agrees, of those in the group who answered: how many "
            "stands after it. Nine times in ten the share lies within the thin line."),
        in_common(context), what_sets_apart(context));
}

}  // namespace medskapa::web::conversation::result
