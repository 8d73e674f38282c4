#pragma once

#include "engine/opinion/exchange/json.hpp"
#include "engine/opinion/exchange/polis_export.hpp"
#include "support/shared_opinion.hpp"

#include <doctest/doctest.h>
#include <cstdlib>
#include <fstream>
#include <nlohmann/json.hpp>
#include <optional>
#include <sstream>

/// Reference numbers of the second part of the opinion engine, read where they lie.
namespace medskapa::test {

using Json = nlohmann::json;

inline opinion::exchange::Pieces whole_file(const std::filesystem::path& path) {
    std::ifstream file{path, std::ios::binary};
    std::string text{std::istreambuf_iterator<char>{file}, {}};
    return [text = std::move(text), is_given = false]() mutable {
        const std::string_view piece = is_given ? std::string_view{} : text;
        is_given = true;
        return piece;
    };
}

inline opinion::Conversation conversation_in(const std::filesystem::path& folder) {
    using namespace opinion;
    auto conversation =
        exchange::read_matrix(whole_file(folder / "participants-votes.csv")).value().conversation;
    exchange::apply(exchange::read_comments(whole_file(folder / "comments.csv")).value(), conversation);
    return conversation;
}

/// A file of the second gold; nothing when it is absent, and then the test says what it skipped.
inline std::optional<std::filesystem::path> second_gold(const std::string& file, const std::string& skipped) {
    const char* named = std::getenv("MEDSKAPA_SHARED");
    const auto path = std::filesystem::path(named != nullptr ? named : "../shared") / "data" / "gold2" / file;
    if (std::filesystem::exists(path)) return path;
    std::cout << "skipped, no " << path.string() << ": " << skipped << '\n';
    return std::nullopt;
}

inline Json json_in(const std::filesystem::path& file) {
    return Json::parse(std::ifstream{file});
}

/// What a writer of the engine writes.
template <class Write>
Json written(Write write) {
    std::ostringstream out;
    opinion::exchange::JsonWriter json{out};
    write(json);
    return Json::parse(out.str());
}

/// Whole numbers, sets and orders are the same; other numbers within the tolerance, relative to those
/// above 1.
inline void check_same(
    const Json& found, const Json& gold, const std::string& where, double tolerance = 1e-9) {
    CAPTURE(where);
    if (gold.is_number_float()) {
        REQUIRE(found.is_number());
        CHECK(found.get<double>() == doctest::Approx(gold.get<double>()).epsilon(tolerance));
        return;
    }
    if (!gold.is_structured()) {
        CHECK(found == gold);
        return;
    }
    REQUIRE(found.size() >= gold.size());
    for (const auto& [key, value] : gold.items()) {
        REQUIRE((gold.is_array() || found.contains(key)));
        check_same(
            gold.is_array() ? found.at(std::stoul(key)) : found.at(key), value, where + "/" + key, tolerance);
    }
}

}  // namespace medskapa::test
