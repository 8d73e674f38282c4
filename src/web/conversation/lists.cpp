#include "store/inspel/inspel_store.hpp"
#include "web/conversation/part.hpp"
#include "web/conversation/showing.hpp"
#include "web/ui/pieces.hpp"
#include "web/ui/table.hpp"

#include <algorithm>
#include <cmath>

namespace medskapa::web::conversation {
namespace {

using OnStatement = OpinionResult::OnStatement;
using Found = std::vector<const OnStatement*>;

Html stance_item(const Showing& s, const OnStatement& on) {
    const auto text = s.text(on.number);
    if (text.empty()) return {};
    return html(R"(
<li class="stance"><p>{}</p>{}<span class="meta">{}</span></li>)",
        text, bars_view(s.result(), on, s.visit.words),
        s.visit.words.count("{} vote in all", "{} votes in all", on.everyone.votes));
}

Html stance_list(const Showing& s, const std::string& title, const std::string& lead, const Found& found) {
    const auto items = each(found, [&](const OnStatement* on) { return stance_item(s, *on); });
    return html(R"(<section><h2>{}</h2><p class="small">{}</p>{}</section>)", title, lead,
        items.empty() ? html("<p>{}</p>", s.visit.words("Nothing is sure enough yet."))
                      : html(R"(<ul class="plain">{}</ul>)", items));
}

Html known_for(const Showing& s, const OpinionResult::Group& group) {
    const auto line = [&](const OpinionResult::Group::KnownFor& known) {
        if (s.text(known.statement).empty()) return Html{};
        return html(R"(<li><span class="meta">{}:</span> {}</li>)", shown(known.side, s.visit.words),
            s.text(known.statement));
    };
    return html(
        "<h3>{}</h3><ul>{}</ul>", group_title(group, s.names, s.visit.words), each(group.known_for, line));
}

/// In words what the number, as it is shown, says of the group's border.
std::string firmness(long percent, const Words& words) {
    if (percent >= OpinionResult::firm_percent) return words("firm");
    return percent >= OpinionResult::certain_percent ? words("fairly firm") : words("uncertain");
}

Html groups_table(const Showing& s) {
    const auto& words = s.visit.words;
    ui::Table table{.caption = words("The groups"),
        .columns = {{words("Group")}, {words("People"), ui::Cell::number},
            {words("Comes back"), ui::Cell::number}, {words("The border is")}},
        .rows = {}};
    for (const auto& group : s.result().groups) {
        const auto percent = std::lround(group.stability * 100);
        table.rows.push_back({html("{}", group_title(group, s.names, words)), html("{}", group.size),
            html("{} %", percent), html("{}", firmness(percent, words))});
    }
    return ui::table(table);
}

/// The statement, and the way to the inspel that it has become, where everybody can read it.
Html statement_cell(const Showing& s, const Statement& statement) {
    Html link;
    if (statement.inspel) {
        const auto inspel = store::find_inspel(s.visit.db, statement.inspel);
        if (inspel && inspel->state == Inspel::State::published)
            link = html(R"( <a href="{}">I-{}</a>)",
                s.visit.process_href("/inspel/" + std::to_string(inspel->number)), inspel->number);
    }
    return html(R"(<span id="p{}">{}</span>{})", statement.number, statement.text, link);
}

Html percent_cell(int part, int all) {
    return all == 0 ? html("–") : html("{} %", (200 * part + all) / (2 * all));
}

/// What the lists say of a statement, for the table.
class Verdicts {
public:
    explicit Verdicts(const OpinionResult& result)
        : unites_{what_unites(result, all(result))},
          bridges_{what_bridges(result, all(result))},
          divides_{what_divides(result, all(result))} {}

    std::string of(const OnStatement& on, const Words& words) const {
        if (holds(unites_, on)) return words("unites");
        if (holds(divides_, on)) return words("divides");
        return holds(bridges_, on) ? words("wide support") : std::string{};
    }

private:
    static std::size_t all(const OpinionResult& result) { return result.statements.size(); }
    static bool holds(const Found& found, const OnStatement& on) {
        return std::find(found.begin(), found.end(), &on) != found.end();
    }

    Found unites_;
    Found bridges_;
    Found divides_;
};

ui::Table empty_table(const Showing& s) {
    const auto& words = s.visit.words;
    ui::Table table{.caption = words("All statements"),
        .columns = {{words("Statement")}, {words("Place")}, {words("Votes"), ui::Cell::number},
            {words("Agree"), ui::Cell::number}, {words("Disagree"), ui::Cell::number}},
        .rows = {}};
    for (const auto& group : s.result().groups)
        table.columns.push_back({words("{} agrees", letter(group.label)), ui::Cell::number});
    return table;
}

std::vector<Html> table_row(const Showing& s, const Shown& shown, const Verdicts& verdicts) {
    const auto& on = shown.figures;
    const auto& words = s.visit.words;
    const auto& all = on.everyone;
    const auto told = all.is_shown() ? all.votes : 0;
    std::vector<Html> row{statement_cell(s, shown.statement), html("{}", verdicts.of(on, words)),
        html("{}", all.votes), percent_cell(all.agrees, told), percent_cell(all.disagrees, told)};
    for (const auto& votes : on.by_group) row.push_back(html("{}", share_text(votes, words)));
    return row;
}

/// The same part of another day's table, or of the same day's.
std::string with_day(const Visit& visit, std::string query) {
    const auto day = time::read_day(visit.query("dag"));
    return day ? query + (query.empty() ? "?dag=" : "&dag=") + time::iso(*day) : query;
}

}  // namespace

std::string statement_href(const Visit& visit, const Activity& activity, int number) {
    return talk_href(visit, activity, "/resultat" + Part{number}.query() + "#p" + std::to_string(number));
}

std::vector<Shown> on_this_page(const Showing& s) {
    const auto part = asked_part(s.visit);
    std::vector<Shown> found;
    for (const auto& on : s.result().statements) {
        const auto statement = s.statements.find(on.number);
        if (part.holds(on.number) && statement != s.statements.end())
            found.push_back({on, statement->second});
    }
    return found;
}

Html common_ground(const Showing& s) {
    const auto& words = s.visit.words;
    const auto& result = s.result();
    return html(R"(
<p class="small apart">{}</p>
<div class="sides even">{}{}</div>)",
        words("Each bar is the share of the group that agrees, of those in the group who answered: how many "
              "stands after it. Nine times in ten the share lies within the thin line."),
        html("{}{}",
            stance_list(s, words("What unites"),
                words("All groups are surely more than half for, or against."),
                what_unites(result, most_listed)),
            stance_list(s, words("Wider support than expected"),
                words("In every group whose votes are shown more are for than against, and more than their "
                      "other votes would tell."),
                what_bridges(result, most_listed))),
        html("{}{}",
            stance_list(s, words("Where thoughts part"), words("The groups answer most differently."),
                what_divides(result, most_listed)),
            groups_section(s)));
}

Html groups_section(const Showing& s) {
    const auto& words = s.visit.words;
    if (s.result().groups.size() < 2) return {};
    return html(R"(<section><h2>{}</h2>{}{}<p class="small">{}</p></section>)",
        words("What marks each group"),
        each(s.result().groups, [&](const auto& group) { return known_for(s, group); }), groups_table(s),
        words("We draw the participants anew at random, fifty times, and group them each time. Comes back is "
              "how much of the group is then found together, on average. From {} % its border is firm, below "
              "{} % it is uncertain.",
            OpinionResult::firm_percent, OpinionResult::certain_percent));
}

Html statements_table(const Showing& s) {
    const auto last = s.result().statements.empty() ? 0 : s.result().statements.back().number;
    const auto href = [&](const std::string& query) {
        return talk_href(s.visit, s.talk.activity, "/resultat" + with_day(s.visit, query) + "#alla");
    };
    const Verdicts verdicts{s.result()};
    auto table = empty_table(s);
    for (const auto& shown : on_this_page(s)) table.rows.push_back(table_row(s, shown, verdicts));
    return html(R"(
<section id="alla">{}{}</section>)",
        ui::table(table), ui::pagination(asked_part(s.visit).around(last, href), s.visit.words));
}

}  // namespace medskapa::web::conversation
