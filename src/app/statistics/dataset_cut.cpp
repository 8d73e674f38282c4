#include "app/statistics/dataset_cut.hpp"

#include <algorithm>

namespace medskapa::app {
namespace {

std::optional<std::size_t> member_of(const Dataset::Dimension& dimension, const std::string& code) {
    for (std::size_t k = 0; k < dimension.members.size(); ++k)
        if (dimension.members[k].code == code) return k;
    return std::nullopt;
}

}  // namespace

std::string value_of(const Parameters& parameters, const std::string& name) {
    const auto found = parameters.find(name);
    return found == parameters.end() ? std::string{} : found->second;
}

tl::unexpected<Failure> refuse_parameter(const std::string& name, const char* sentence, Holes holes) {
    return refuse(Failure::Kind::invalid, {{name, sentence, std::move(holes)}});
}

std::optional<std::size_t> position_of(const Dataset& dataset, const std::string& dimension) {
    for (std::size_t k = 0; k < dataset.dimensions.size(); ++k)
        if (dataset.dimensions[k].name == dimension) return k;
    return std::nullopt;
}

bool Cut::holds(const std::vector<std::size_t>& members) const {
    return std::all_of(
        only.begin(), only.end(), [&](const auto& one) { return members[one.first] == one.second; });
}

Result<Cut> cut(const Dataset& dataset, const Parameters& parameters,
    std::initializer_list<const char*> roles, const std::string& period) {
    Cut made;
    for (const auto* role : roles) {
        const auto position = position_of(dataset, value_of(parameters, role));
        if (!position)
            return refuse_parameter(role, N_("The dataset has no dimension \"{}\". Choose another"),
                {value_of(parameters, role)});
        if (std::find(made.through.begin(), made.through.end(), *position) != made.through.end())
            return refuse_parameter(role, N_("One dimension cannot be two things. Choose another"));
        made.through.push_back(*position);
    }
    for (std::size_t k = 0; k < dataset.dimensions.size(); ++k) {
        if (std::find(made.through.begin(), made.through.end(), k) != made.through.end()) continue;
        const auto& dimension = dataset.dimensions[k];
        const bool is_time = dimension.name == value_of(parameters, asked::periods);
        auto wanted = is_time ? period : value_of(parameters, asked::only + dimension.name);
        if (wanted.empty() && (is_time || dimension.members.size() == 1))
            wanted = dimension.members.back().code;
        const auto member = member_of(dimension, wanted);
        if (!member)
            return refuse_parameter(is_time ? asked::period : asked::only + dimension.name,
                N_("Choose which value of \"{}\" to count"), {dimension.name});
        made.only[k] = *member;
    }
    return made;
}

}  // namespace medskapa::app
