#include "app/log_documents.hpp"

#include "base/text.hpp"
#include "openlog/lines.hpp"
#include "store/document_store.hpp"
#include "store/site_store.hpp"

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

}  // namespace

std::string address_of(const Process& process, const Document& document, const Version& version) {
    return fmt::format(
        "/processer/{}/dokument/{}/version/{}/text.md", process.slug, document.code, version.number);
}

openlog::Fetch documents_in(sql::Connection& db) {
    return [&db](const std::string& address) { return text_at(db, address); };
}

}  // namespace medskapa::app
