#pragma once

#include "web/http/message.hpp"

#include <condition_variable>
#include <deque>
#include <functional>
#include <map>
#include <mutex>
#include <string>

namespace medskapa::web {

/// The staff's forms that were sent lately, by their keys: what comes twice, as by a double click or by a
/// browser that tries again, is done once and answered twice. Kept in memory, the newest of them.
class SentForms {
public:
    explicit SentForms(std::size_t bytes_kept) : bytes_kept_{bytes_kept} {}

    /// The answer to a form with this key and these contents: of `first`, or what `first` answered when the
    /// same was sent before; whoever comes while that is made waits for it. The same form with other contents
    /// is answered by `other` when it was saved, which a redirect says.
    http::Response answer(const std::string& key, const std::string& contents,
        const std::function<http::Response()>& first, const std::function<http::Response()>& other);

private:
    struct Sent {
        std::string contents;
        http::Response response;
        bool is_answered = false;
    };

    void keep(const std::string& key, const http::Response& response);
    void forget(const std::string& key);

    std::mutex mutex_;
    std::condition_variable is_answered_;
    std::map<std::string, Sent> sent_;
    std::deque<std::string> oldest_first_;
    std::size_t bytes_ = 0;
    const std::size_t bytes_kept_;
};

/// All that was sent with a form but what proves whose it is: a digest.
std::string contents_of(const http::Request&);

}  // namespace medskapa::web
