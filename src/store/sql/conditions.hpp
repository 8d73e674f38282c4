#pragma once

#include "store/sql/connection.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace medskapa::sql {

/// A WHERE clause that grows: each condition is written in the source, only its values come from outside.
class Conditions {
public:
    /// "i.topic_id = ", a value, and what closes it.
    void add(std::string_view before_parameter, Value value, std::string_view after_parameter = "");
    void add(std::string_view condition);
    /// Keeps a value, and returns how a statement names it: "$3".
    std::string parameter(Value value);

    /// " WHERE ... AND ...", or nothing.
    const std::string& text() const { return text_; }
    const std::vector<Value>& values() const { return values_; }

private:
    std::string text_;
    std::vector<Value> values_;
};

}  // namespace medskapa::sql
