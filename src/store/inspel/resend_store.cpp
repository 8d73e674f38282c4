#include "store/inspel/resend_store.hpp"

#include "base/text.hpp"

#include <algorithm>

namespace medskapa::store {

bool was_sent_since(sql::Connection& db, Id<Process> process, const InspelDraft& draft, Instant since) {
    constexpr int newest = 50;  // so that nobody's sending costs more than a look at those
    const auto rows = db.run(R"(
        SELECT title FROM (SELECT * FROM inspel WHERE process_id = $1 ORDER BY number DESC LIMIT $2) AS lately
        WHERE text = $3 AND concerns = $4 AND organisation = $5 AND received_at >= $6)",
        process, newest, text::trimmed(text::cleaned(draft.text)), draft.concerns,
        text::one_line(draft.organisation), since);
    const auto title = text::one_line(draft.title);
    return std::any_of(rows.begin(), rows.end(),
        [&](const sql::Row& row) { return title.empty() || row.text("title") == title; });
}

}  // namespace medskapa::store
