#pragma once

#include "app/inspel/redaction.hpp"
#include "store/document/document_store.hpp"
#include "store/inspel/amendment_store.hpp"
#include "store/inspel/inspel_store.hpp"
#include "store/issue/issue_store.hpp"
#include "store/log/log_store.hpp"
#include "support/strategy_process.hpp"

namespace example::inline masking_shared {

inline Result<Redaction> masked(
    const StrategyProcess& at, int number, const std::string& passage, const std::string& reason = "namn") {
    return at.tries([&](auto& act) { return app::redact(act, number, {passage, reason}); });
}

inline Inspel inspel(const StrategyProcess& at, int number) {
    return store::inspel_numbered(*at.database.db, at.process().id, number).value();
}

/// How many rows hold the words in what is shown or searched for.
inline std::int64_t shown_places(const StrategyProcess& at, const std::string& words) {
    const auto count = [&](const char* sql) {
        return at.database.db->run(sql, "%" + words + "%").front().integer("n");
    };
    return count("SELECT count(*) AS n FROM inspel WHERE shown_text LIKE $1 OR shown_title LIKE $1") +
           count("SELECT count(*) AS n FROM issue WHERE quote LIKE $1 OR title LIKE $1") +
           count("SELECT count(*) AS n FROM addition WHERE shown_text LIKE $1") +
           count("SELECT count(*) AS n FROM redaction WHERE reason LIKE $1");
}

}  // namespace example::inline masking_shared
