#include "store/sql/conditions.hpp"

namespace medskapa::sql {

void Conditions::add(std::string_view before_parameter, Value value, std::string_view after_parameter) {
    std::string condition{before_parameter};
    condition += parameter(std::move(value));
    add(condition.append(after_parameter));
}

void Conditions::add(std::string_view condition) {
    text_ += text_.empty() ? " WHERE " : " AND ";
    text_ += condition;
}

std::string Conditions::parameter(Value value) {
    values_.push_back(std::move(value));
    return '$' + std::to_string(values_.size());
}

}  // namespace medskapa::sql
