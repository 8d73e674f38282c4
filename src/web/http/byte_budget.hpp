#pragma once

#include <cstddef>
#include <map>
#include <string>

namespace medskapa::web::http {

/// Bytes that all connections may hold together, and those of one network; the network named "" is the
/// machine itself and its proxies, and has no share of its own. For one thread.
class ByteBudget {
public:
    ByteBudget(std::size_t all, std::size_t of_network) : all_{all}, of_network_{of_network} {}

    /// False when there is no room; then nothing is taken.
    bool take(const std::string& network, std::size_t bytes) {
        if (bytes == 0) return true;
        if (bytes > all_ - taken_) return false;
        const auto own = network.empty() ? 0 : taken_by_[network];
        if (!network.empty() && own + bytes > of_network_) {
            if (own == 0) taken_by_.erase(network);
            return false;
        }
        taken_ += bytes;
        if (!network.empty()) taken_by_[network] += bytes;
        return true;
    }
    void give_back(const std::string& network, std::size_t bytes) {
        taken_ -= bytes;
        const auto own = taken_by_.find(network);
        if (own != taken_by_.end() && (own->second -= bytes) == 0) taken_by_.erase(own);
    }
    std::size_t taken() const { return taken_; }

private:
    std::size_t all_;
    std::size_t of_network_;
    std::size_t taken_ = 0;
    std::map<std::string, std::size_t> taken_by_;
};

/// What one connection holds of a budget, and gives back when it ends.
class HeldBytes {
public:
    explicit HeldBytes(ByteBudget& budget) : budget_{&budget} {}
    ~HeldBytes() { release(); }
    HeldBytes(const HeldBytes&) = delete;
    HeldBytes& operator=(const HeldBytes&) = delete;

    /// Holds that many from now on, more or fewer than before. False when there is no room for more.
    bool hold(const std::string& network, std::size_t bytes) {
        if (network != network_) release();
        network_ = network;
        if (bytes > held_ && !budget_->take(network_, bytes - held_)) return false;
        if (bytes < held_) budget_->give_back(network_, held_ - bytes);
        held_ = bytes;
        return true;
    }
    void release() {
        budget_->give_back(network_, held_);
        held_ = 0;
    }

private:
    ByteBudget* budget_;
    std::string network_;
    std::size_t held_ = 0;
};

}  // namespace medskapa::web::http
