#include "store/inspel/inspel_store.hpp"
#include "web/conversation/addresses.hpp"
#include "web/conversation/part.hpp"
#include "web/conversation/result/sections.hpp"
#include "web/inspel/addresses.hpp"
#include "web/ui/table.hpp"

#include <algorithm>

namespace medskapa::web::conversation::result {
namespace {

using OnStatement = OpinionResult::OnStatement;
using Found = std::vector<const OnStatement*>;

/// The statement, with a link to the inspel made of it where everybody can read that.
Html statement_cell(const Context& context, const Statement& statement) {
    Html link;
    if (statement.inspel) {
        const auto inspel = store::find_inspel(context.visit.db, statement.inspel);
        if (inspel && inspel->state == Inspel::State::published)
            link = html(R"( <a class="unbroken" href="{}">I-{}</a>)",
                context.visit.href(address::inspel_page, inspel->number), inspel->number);
    }
    return html(R"(<span id="p{}">{}</span>{})", statement.number, statement.text, link);
}

Html percent_cell(int part, int all) {
    return all == 0 ? html("–") : html("{} %", (200 * part + all) / (2 * all));
}

/// Which of the lists a statement is in.
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

ui::Table empty_table(const Context& context) {
    const auto& words = context.visit.words;
    ui::Table table{.caption = words("All statements"),
        .columns = {{words("Statement")}, {words("Place")}, {words("Votes"), ui::Cell::number},
            {words("Agree"), ui::Cell::number}, {words("Disagree"), ui::Cell::number}},
        .rows = {}};
    for (const auto& group : context.result().groups)
        table.columns.push_back({words("{} agrees", letter(group.label)), ui::Cell::number});
    return table;
}

std::vector<Html> table_row(const Context& context, const ShownStatement& shown, const Verdicts& verdicts) {
    const auto& on = shown.figures;
    const auto& words = context.visit.words;
    const auto& all = on.everyone;
    const auto counted = all.is_shown() ? all.votes : 0;
    std::vector<Html> row{statement_cell(context, shown.statement), html("{}", verdicts.of(on, words)),
        html("{}", all.votes), percent_cell(all.agrees, counted), percent_cell(all.disagrees, counted)};
    for (const auto& votes : on.by_group) row.push_back(html("{}", share_text(votes, words)));
    return row;
}

}  // namespace

Html statements_table(const Context& context) {
    const auto last = context.result().statements.empty() ? 0 : context.result().statements.back().number;
    const auto& visit = context.visit;
    const auto day = time::read_day(visit.query("dag"));
    const auto href = [&](const std::string& from) {
        return with_query(visit.href(address::result_page, context.conversation.activity.slug) + "#alla",
            {{"fran", from}, {"dag", day ? time::iso(*day) : ""}});
    };
    const Verdicts verdicts{context.result()};
    auto table = empty_table(context);
    for (const auto& shown : on_this_page(context)) table.rows.push_back(table_row(context, shown, verdicts));
    return html(R"(
<section id="alla">{}{}</section>)",
        ui::table(table), ui::pagination(asked_part(visit).around(last, href), visit.words));
}

}  // namespace medskapa::web::conversation::result
