#include "web/frame/forms/sent_forms.hpp"

#include "base/digest.hpp"

namespace medskapa::web {
namespace {

bool is_kept(const http::Response& response) {
    return response.status == 303 || response.status == 200;
}

std::size_t size_of(const std::string& key, const http::Response& response) {
    constexpr std::size_t overhead = 500;
    return overhead + key.size() + response.body.size();
}

}  // namespace

http::Response SentForms::answer(const std::string& key, const std::string& contents,
    const std::function<http::Response()>& first, const std::function<http::Response()>& other) {
    {
        std::unique_lock lock{mutex_};
        auto known = sent_.find(key);
        while (known != sent_.end() && !known->second.is_answered) {
            is_answered_.wait(lock);
            known = sent_.find(key);
        }
        if (known != sent_.end()) {
            if (known->second.contents == contents) return known->second.response;
            if (known->second.response.status == 303) {
                lock.unlock();
                return other();
            }
            forget(key);
        }
        sent_[key] = {contents, {}, false};
    }
    try {
        auto response = first();
        keep(key, response);
        return response;
    } catch (...) {
        http::Response none;
        none.status = 500;
        keep(key, none);
        throw;
    }
}

void SentForms::keep(const std::string& key, const http::Response& response) {
    const std::lock_guard lock{mutex_};
    if (is_kept(response)) {
        auto& sent = sent_[key];
        sent.response = response;
        sent.is_answered = true;
        oldest_first_.push_back(key);
        bytes_ += size_of(key, response);
    } else {
        sent_.erase(key);
    }
    while (bytes_ > bytes_kept_ && !oldest_first_.empty()) {
        const auto oldest = oldest_first_.front();
        forget(oldest);
    }
    is_answered_.notify_all();
}

void SentForms::forget(const std::string& key) {
    const auto known = sent_.find(key);
    if (known == sent_.end() || !known->second.is_answered) return;
    bytes_ -= size_of(key, known->second.response);
    sent_.erase(known);
    std::erase(oldest_first_, key);
}

std::string contents_of(const http::Request& request) {
    std::string all = request.path;
    const auto add = [&](std::string_view text) {
        all += '\n' + std::to_string(text.size()) + ':' + std::string{text};
    };
    for (const auto& [name, value] : request.form) {
        if (name == "bevis" || name == "nyckel") continue;
        add(name);
        add(value);
    }
    for (const auto& upload : request.uploads) {
        add(upload.field);
        add(upload.file_name);
        add(upload.bytes);
    }
    return std::string{as_text(sha256(all))};
}

}  // namespace medskapa::web
