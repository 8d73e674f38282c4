#include "store/inspel/resend_store.hpp"

namespace medskapa::store {

bool was_sent_since(sql::Connection& db, Id<Process> process, const std::string& text, Instant since) {
    constexpr int newest = 50;  // so that nobody's sending costs more than a look at those
    return !db.run(R"(
        SELECT 1 AS one FROM (SELECT text, received_at FROM inspel WHERE process_id = $1
            ORDER BY number DESC LIMIT $2) AS lately
        WHERE text = $3 AND received_at >= $4 LIMIT 1)",
                  process, newest, text, since)
                .empty();
}

}  // namespace medskapa::store
