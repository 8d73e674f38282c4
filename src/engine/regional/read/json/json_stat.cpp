#include "engine/regional/read/json/json_stat.hpp"

#include "engine/regional/read/json/json.hpp"

#include <charconv>
#include <nlohmann/json.hpp>

namespace medskapa::regional::read {
namespace {

using nlohmann::json;

constexpr auto not_json_stat =
    N_("\"{}\" is missing or written otherwise than JSON-stat has it. Fetch the file again as json-stat2.");

/// Codes in the order of their positions.
Result<std::vector<std::string>> ordered_codes(const json& category, const std::string& name) {
    const auto path = "dimension." + name + ".category";
    const auto* index = member(category, "index");
    const auto* labels = member(category, "label");
    std::vector<std::string> codes;
    if (index != nullptr && index->is_array()) {
        for (const auto& code : *index) {
            if (!code.is_string()) return refuse_member(path + ".index", not_json_stat);
            codes.push_back(code.get<std::string>());
        }
    } else if (index != nullptr && index->is_object()) {
        codes.resize(index->size());
        std::vector<bool> is_taken(index->size());
        for (const auto& [code, position] : index->items()) {
            const bool fits = position.is_number_unsigned() && position.get<std::size_t>() < codes.size();
            if (!fits || is_taken[position.get<std::size_t>()])
                return refuse_member(path + ".index", not_json_stat);
            codes[position.get<std::size_t>()] = code;
            is_taken[position.get<std::size_t>()] = true;
        }
    } else if (index == nullptr && labels != nullptr && labels->is_object() && labels->size() == 1) {
        codes.push_back(labels->begin().key());
    } else {
        return refuse_member(path, not_json_stat);
    }
    return codes;
}

Result<Dimension> dimension_of(const json& dimensions, const std::string& name) {
    const auto* found = member(dimensions, name.c_str());
    const auto* category = found != nullptr ? member(*found, "category") : nullptr;
    if (category == nullptr) return refuse_member("dimension." + name + ".category", not_json_stat);
    const auto codes = ordered_codes(*category, name);
    if (!codes) return tl::unexpected{codes.error()};
    const auto* labels = member(*category, "label");
    Dimension dimension(name);
    for (const auto& code : *codes) {
        const auto label = labels != nullptr ? text_member(*labels, code.c_str()) : std::string{};
        if (!dimension.add(code, label.empty() ? code : label))
            return refuse_member("dimension." + name + ".category.index", not_json_stat);
    }
    return dimension;
}

/// Version 1 keeps id and size inside dimension.
const json* id_or_size(const json& data, const char* name) {
    if (const auto* found = member(data, name)) return found;
    const auto* dimensions = member(data, "dimension");
    return dimensions != nullptr ? member(*dimensions, name) : nullptr;
}

Result<std::vector<Dimension>> dimensions_of(const json& data) {
    const auto* ids = id_or_size(data, "id");
    const auto* sizes = id_or_size(data, "size");
    const auto* all = member(data, "dimension");
    if (ids == nullptr || !ids->is_array() || ids->empty()) return refuse_member("id", not_json_stat);
    if (sizes == nullptr || !sizes->is_array() || sizes->size() != ids->size())
        return refuse_member("size", not_json_stat);
    if (all == nullptr) return refuse_member("dimension", not_json_stat);
    std::vector<Dimension> dimensions;
    for (std::size_t k = 0; k < ids->size(); ++k) {
        if (!(*ids)[k].is_string()) return refuse_member("id", not_json_stat);
        const auto name = (*ids)[k].get<std::string>();
        auto dimension = dimension_of(*all, name);
        if (!dimension) return tl::unexpected{dimension.error()};
        const auto& size = (*sizes)[k];
        if (!size.is_number_unsigned() || size.get<std::size_t>() != dimension->size())
            return refuse_member("size", N_("\"{}\" is another than the number of categories that dimension "
                                            "has. Fetch the file again."));
        dimensions.push_back(std::move(*dimension));
    }
    return dimensions;
}

/// A list with an entry a cell, or an object by position; what is not there is null.
class ByPosition {
public:
    explicit ByPosition(const json* entries) : entries_(entries) {}

    const json& at(std::size_t position) const {
        static const json nothing;
        if (entries_ == nullptr) return nothing;
        if (entries_->is_array() && entries_->size() == 1) return entries_->front();  // of every cell
        if (entries_->is_array()) return position < entries_->size() ? (*entries_)[position] : nothing;
        if (!entries_->is_object()) return *entries_;  // one status for all
        const auto found = entries_->find(std::to_string(position));
        return found == entries_->end() ? nothing : *found;
    }

private:
    const json* entries_;
};

std::optional<Amount> amount_of(const json& value) {
    if (value.is_null()) return Amount{};
    if (value.is_number()) return Amount{value.get<double>(), {}};
    if (value.is_string()) return amount(value.get_ref<const std::string&>());
    return std::nullopt;
}

/// Every key of a sparse object must be a position in the table, or a cell would be lost.
bool are_positions(const json& entries, double cells) {
    if (!entries.is_object()) return true;
    for (const auto& [key, entry] : entries.items()) {
        std::size_t position = 0;
        const auto [end, error] = std::from_chars(key.data(), key.data() + key.size(), position);
        const bool is_plain =
            error == std::errc{} && end == key.data() + key.size() && key == std::to_string(position);
        if (!is_plain || static_cast<double>(position) >= cells) return false;
    }
    return true;
}

/// One status for all cells, or one for each, or those of some positions.
bool is_status_of(const json& status, std::size_t cells) {
    if (status.is_array()) return status.size() <= 1 || status.size() == cells;
    return !status.is_object() || are_positions(status, static_cast<double>(cells));
}

/// Why `value` cannot be the table's cells.
std::optional<Failure> wrong_values(const json* values, double cells) {
    if (values == nullptr || !(values->is_array() || values->is_object()))
        return refuse_member("value", not_json_stat).value();
    if (values->empty()) {
        return refuse_member("value", N_("\"{}\" is empty: this is a description of a table without its "
                                         "numbers. Fetch the data instead."))
            .value();
    }
    const bool fits =
        values->is_array() ? static_cast<double>(values->size()) == cells : are_positions(*values, cells);
    if (fits) return std::nullopt;
    return refuse_member("value",
        N_("\"{}\" does not fit the table: its size says another number of cells. Fetch the file again."))
        .value();
}

Result<Statistic> with_cells(Statistic statistic, const json& data) {
    const ByPosition values(member(data, "value"));
    const ByPosition statuses(member(data, "status"));
    EveryCell cell(statistic.dimensions);
    const auto cells = static_cast<std::size_t>(cell.count());
    if (const auto* status = member(data, "status"); status != nullptr && !is_status_of(*status, cells))
        return refuse_member("status", N_("\"{}\" does not fit the table: its size says another number of "
                                          "cells. Fetch the file again."));
    for (std::size_t position = 0; position < cells; ++position) {
        auto value = amount_of(values.at(position));
        if (!value)
            return refuse_member("value[" + std::to_string(position) + "]",
                N_("\"{}\" is neither a number nor null. Correct it."));
        const auto& status = statuses.at(position);
        if (status.is_string()) value->sign = status.get<std::string>();
        statistic.add(cell.members(), *value);
        cell.advance();
    }
    return statistic;
}

/// The members that are data sets, as in a bundle of version 1.
std::vector<std::string> data_sets(const json& whole) {
    std::vector<std::string> names;
    if (!whole.is_object() || member(whole, "dimension") != nullptr) return names;
    for (const auto& [name, part] : whole.items()) {
        if (part.is_object() && part.contains("dimension")) names.push_back(name);
    }
    return names;
}

tl::unexpected<Failure> refuse_several(const std::vector<std::string>& sets) {
    std::string names;
    for (const auto& name : sets) names.append(names.empty() ? "" : ", ").append(name);
    return refuse(Failure::Kind::invalid,
        {{"dataset", N_("The file holds several data sets: {}. Fetch one of them at a time."), {names}}});
}

}  // namespace

Result<Statistic> read_json_stat(std::string_view bytes) {
    const auto whole = read_json(bytes);
    if (!whole) return tl::unexpected{whole.error()};
    const auto sets = data_sets(*whole);
    if (sets.size() > 1) return refuse_several(sets);
    const auto& data = sets.empty() ? *whole : *member(*whole, sets.front().c_str());
    if (const auto* kind = member(data, "class"); kind != nullptr && *kind != "dataset")
        return refuse_member("class", N_("\"{}\" is not dataset: only a data set has numbers. Fetch one of "
                                         "those that the file lists."));

    Statistic statistic;
    statistic.title = text_member(data, "label");
    statistic.source = text_member(data, "source");
    auto dimensions = dimensions_of(data);
    if (!dimensions) return tl::unexpected{dimensions.error()};
    statistic.dimensions = std::move(*dimensions);
    const auto cells = EveryCell(statistic.dimensions).count();
    if (auto failure = wrong_values(member(data, "value"), cells)) return tl::unexpected{std::move(*failure)};
    if (auto complaint = statistic.too_large(cells)) return refuse(Failure::Kind::invalid, {*complaint});
    return with_cells(std::move(statistic), data);
}

}  // namespace medskapa::regional::read
