#include "app/log/log_documents.hpp"

#include "app/conversation/vote_batch.hpp"
#include "app/document/document.hpp"
#include "app/site/release.hpp"
#include "base/text.hpp"
#include "engine/openlog/lines.hpp"
#include "store/conversation/opinion_result_json.hpp"
#include "store/conversation/opinion_store.hpp"
#include "store/document/document_store.hpp"
#include "store/site/site_store.hpp"

#include <fmt/format.h>

namespace medskapa::app {
namespace {

/// "/processer/rus/dokument/RUS/version/2/text.md" and no other form.
std::optional<std::string> text_at(sql::Connection& db, const std::string& address) {
    const auto parts = text::split(address, '/');
    constexpr std::size_t parts_of_address = 8;
    if (parts.size() != parts_of_address) return std::nullopt;
    const auto process = store::process_named(db, parts[2]);
    const auto document = process ? store::document_named(db, process->id, parts[4]) : std::nullopt;
    const auto number = openlog::read_number(parts[6]);
    if (!document || !number) return std::nullopt;
    for (const auto& version : store::versions_of(db, document->id))
        if (version.frozen_at && address == address_of(*process, *document, version))
            return manuscript(store::lines_of(db, version.id));
    return std::nullopt;
}

/// "/processer/rus/aktiviteter/pastaenden/resultat.json", or the votes beside it.
std::optional<std::string> votes_at(sql::Connection& db, const std::string& address) {
    const auto parts = text::split(address, '/');
    constexpr std::size_t parts_of_address = 6;
    if (parts.size() != parts_of_address) return std::nullopt;
    const auto process = store::process_named(db, parts[2]);
    const auto activity =
        process ? store::activity_named(db, process->id, parts[4]) : std::optional<Activity>{};
    if (!activity || !is_opened(db, *activity)) return std::nullopt;
    if (address == openings_address(*process, *activity)) return openings_file(db, *activity);
    const auto snapshot = store::newest_snapshot(db, activity->id);
    if (address != result_address(*process, *activity) || !snapshot) return std::nullopt;
    return store::as_json(snapshot->result);
}

}  // namespace

openlog::Fetch documents_in(sql::Connection& db) {
    return [&db](const std::string& address) -> std::optional<std::string> {
        for (const auto at : {text_at, votes_at})
            if (auto text = at(db, address)) return text;
        return rules_at(db, address);
    };
}

}  // namespace medskapa::app
