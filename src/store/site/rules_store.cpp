#include "store/site/rules_store.hpp"

namespace medskapa::store {

void keep_rules(sql::Transaction& tx, const Digest& digest, const std::string& text) {
    tx.db().run("INSERT INTO public_rules (digest, text) VALUES ($1, $2) ON CONFLICT (digest) DO NOTHING",
        hex(as_text(digest)), text);
}

std::optional<std::string> rules_with(sql::Connection& db, const Digest& digest) {
    const auto rows = db.run("SELECT text FROM public_rules WHERE digest = $1", hex(as_text(digest)));
    if (rows.empty()) return std::nullopt;
    return rows.front().text("text");
}

}  // namespace medskapa::store
