#pragma once

#include "engine/regional/table.hpp"

#include <span>
#include <tuple>

namespace medskapa::regional {

/// People who live in one place and work in another. Places are in the order of their codes.
class Flows {
public:
    struct Flow {
        std::uint32_t place;  // the other end
        double amount;        // people, > 0
    };

    std::size_t size() const { return codes_.size(); }
    const std::vector<std::string>& codes() const { return codes_; }
    /// To other places, and from them, in order of the other place.
    std::span<const Flow> out_of(std::size_t place) const { return out_.of(place); }
    std::span<const Flow> into(std::size_t place) const { return in_.of(place); }
    /// Those who live and work in the place.
    double stay(std::size_t place) const { return stay_[place]; }
    /// Employed who live in the place: all that leave and all that stay.
    double residents(std::size_t place) const;
    /// Employed who work in the place.
    double jobs(std::size_t place) const;

    const std::vector<Warning>& warnings() const { return warnings_; }

private:
    friend class FlowBuilder;
    struct Rows {
        std::vector<Flow> flows;
        std::vector<std::size_t> start;  // of each place's row, and the end

        std::span<const Flow> of(std::size_t place) const {
            return {flows.data() + start[place], flows.data() + start[place + 1]};
        }
    };
    /// The flows by their other end.
    Rows turned(std::vector<std::size_t> start) const;

    std::vector<std::string> codes_;
    std::vector<double> stay_;
    Rows out_;
    Rows in_;
    std::vector<Warning> warnings_;
};

/// Gathers flows in any order.
class FlowBuilder {
public:
    /// No amount means missing; a missing flow counts as none, with a warning.
    void add(std::string_view from, std::string_view to, std::optional<double> amount);

    /// A pair that stands several times is summed, with a warning. Refuses no flow at all, a negative or
    /// infinite amount, and more than 20 000 places. O(n log n).
    Result<Flows> finish();

private:
    struct Entry {
        std::uint32_t from;
        std::uint32_t to;
        double amount;

        auto order() const { return std::tuple(from, to, amount); }
    };
    std::optional<Failure> refusal() const;
    std::size_t sum_repeated();

    Codes places_;
    std::vector<Entry> entries_;
    std::size_t missing_ = 0;
};

}  // namespace medskapa::regional
