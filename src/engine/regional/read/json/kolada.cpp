#include "engine/regional/read/json/kolada.hpp"

#include "engine/regional/read/json/json.hpp"

#include <nlohmann/json.hpp>

namespace medskapa::regional::read {
namespace {

using nlohmann::json;

/// Texts as they are, whole numbers as digits; anything else names nothing.
std::string name_of(const json* value) {
    if (value != nullptr && value->is_string()) return value->get<std::string>();
    if (value != nullptr && value->is_number_integer()) return std::to_string(value->get<std::int64_t>());
    return {};
}

std::optional<Amount> amount_of(const json& of) {
    const auto* value = member(of, "value");
    const auto* deleted = member(of, "isdeleted");
    const bool is_deleted = deleted != nullptr && deleted->is_boolean() && deleted->get<bool>();
    if (value != nullptr && !value->is_number()) return std::nullopt;
    Amount result{std::nullopt, text_member(of, "status")};
    if (is_deleted && result.sign.empty()) result.sign = "deleted";
    if (!is_deleted && value != nullptr) result.value = value->get<double>();
    return result;
}

/// The rows of one key figure, municipality and period: one for each gender.
std::optional<Failure> add_entry(Statistic& statistic, const json& entry, const std::string& path) {
    constexpr auto wrong =
        N_("\"{}\" is missing or written otherwise than Kolada has it. Fetch the data again.");
    std::array<std::uint32_t, 4> places{};
    constexpr std::array names{"kpi", "municipality", "period"};
    for (std::size_t k = 0; k < names.size(); ++k) {
        const auto name = name_of(member(entry, names[k]));
        if (name.empty()) return refuse_member(path + "." + names[k], wrong).value();
        places[k] = statistic.dimensions[k].place_of(name);
    }
    const auto* values = member(entry, "values");
    if (values == nullptr || !values->is_array()) return refuse_member(path + ".values", wrong).value();
    for (std::size_t k = 0; k < values->size(); ++k) {
        const auto gender = name_of(member((*values)[k], "gender"));
        const auto value = amount_of((*values)[k]);
        const auto at = path + ".values[" + std::to_string(k) + "]";
        if (gender.empty()) return refuse_member(at + ".gender", wrong).value();
        if (!value) return refuse_member(at + ".value", wrong).value();
        places[3] = statistic.dimensions[3].place_of(gender);
        statistic.add(places, *value);
    }
    return std::nullopt;
}

}  // namespace

Result<Statistic> read_kolada(std::string_view bytes) {
    const auto whole = read_json(bytes);
    if (!whole) return tl::unexpected{whole.error()};
    const auto* entries = member(*whole, "values");
    if (entries == nullptr || !entries->is_array()) {
        return refuse_member(
            "values", N_("\"{}\" is no list, so this is no answer from Kolada. Fetch the data again."));
    }
    if (!entries->empty() && member(entries->front(), "kpi") == nullptr) {
        return refuse_member("values[0].kpi", N_("\"{}\" is missing: this is a list of key figures or "
                                                 "municipalities without values. Fetch .../data instead."));
    }
    Statistic statistic;
    statistic.source = "Kolada (RKA)";
    for (const auto* name : {"kpi", "municipality", "period", "gender"})
        statistic.dimensions.emplace_back(name);
    for (std::size_t k = 0; k < entries->size(); ++k) {
        if (auto failure = add_entry(statistic, (*entries)[k], "values[" + std::to_string(k) + "]"))
            return tl::unexpected{std::move(*failure)};
    }
    const bool has_more =
        !text_member(*whole, "next_url").empty() || !text_member(*whole, "next_page").empty();
    if (has_more)
        statistic.warnings.push_back(
            {"next_url", N_("The answer has further pages, which are not in this file."), {}});
    return statistic;
}

}  // namespace medskapa::regional::read
