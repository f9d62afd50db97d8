const char* const update = "UPDATE peer_group SET state = 'finished'";
