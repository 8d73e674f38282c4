#include "jobs/backup_contents.hpp"

#include "engine/openlog/tree/builder.hpp"
#include "store/log/log_store.hpp"
#include "store/privacy/all_tables.hpp"
#include "store/sql/upkeep.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace medskapa::jobs {
namespace {

using Json = nlohmann::ordered_json;

constexpr int entries_at_a_time = 1024;

}  // namespace

openlog::TreeHead computed_log(sql::Connection& db) {
    openlog::Builder builder;
    while (true) {
        const auto entries =
            store::log_entries(db, static_cast<std::int64_t>(builder.size()), entries_at_a_time);
        if (entries.empty()) return builder.head();
        for (const auto& entry : entries) builder.append(entry);
        (void)builder.full_files();
    }
}

BackupContents contents_of(sql::Connection& db, Instant now) {
    BackupContents contents{now, {}, computed_log(db)};
    // A database of an older layout lacks some.
    const auto there = sql::tables_in(db);
    for (const auto& noun : store::all_tables())
        for (const auto& table : noun.tables)
            if (const std::string name{table.name};
                std::find(there.begin(), there.end(), name) != there.end())
                contents.rows[name] = sql::rows_in(db, name);
    return contents;
}

std::string as_json(const BackupContents& contents) {
    Json json{{"taken_at", contents.taken_at.time_since_epoch().count()}, {"sha256", contents.sha256},
        {"rows", contents.rows},
        {"log", {{"size", contents.log.size}, {"root", base64(as_text(contents.log.root))}}}};
    if (contents.is_of_database_alone) json["is_of_database_alone"] = true;
    return json.dump();
}

std::optional<BackupContents> read_contents(const std::string& json) {
    try {
        const auto read = Json::parse(json);
        const auto root = as_digest(from_base64(read.at("log").at("root").get<std::string>()).value_or(""));
        if (!root) return std::nullopt;
        return BackupContents{Instant{std::chrono::milliseconds{read.at("taken_at").get<std::int64_t>()}},
            read.at("rows").get<std::map<std::string, std::int64_t>>(),
            {read.at("log").at("size").get<std::uint64_t>(), *root}, read.at("sha256").get<std::string>(),
            read.value("is_of_database_alone", false)};
    } catch (const Json::exception&) {
        return std::nullopt;
    }
}

}  // namespace medskapa::jobs
