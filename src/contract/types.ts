// Generated from openapi.json by `npm run contract`: change server/contract/ instead.

export interface paths {
  '/communities/{community}/posts': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Post to the feed */
    post: operations['createPost'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/communities/{community}/posts/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One post */
    get: operations['getPost'];
    put?: never;
    post?: never;
    /** Delete one’s own post; stewards any */
    delete: operations['deletePost'];
    options?: never;
    head?: never;
    /** Edit one’s own post */
    patch: operations['updatePost'];
    trace?: never;
  };
  '/communities/{community}/activities/{id}/reactions/{kind}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /** React, once per person and kind */
    put: operations['putReaction'];
    post?: never;
    /** Take the reaction back */
    delete: operations['deleteReaction'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/communities/{community}/activities/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One act; also in the words of Activity Streams 2.0 */
    get: operations['getActivity'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/communities/{community}/feed.json': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The feed as JSON Feed 1.1 */
    get: operations['getJsonFeed'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/communities/{community}/feed.rss': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The feed as RSS 2.0 */
    get: operations['getRssFeed'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/communities/{community}/activities': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * What happened, newest first
     * @description Asked for as `application/activity+json`, it answers in the words of Activity Streams 2.0.
     */
    get: operations['listActivities'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/communities/{community}/activities/stream': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Live changes as server-sent events; Last-Event-ID resumes without a gap
     * @description Events: `ready` (first; its id is where the stream begins), `activity` (data: an Activity), `change` (data: an ObjectRef whose votes, uses, text or reactions changed), `reset` (the gap is too long to fill: read again). A comment line every 15 seconds keeps the connection open.
     */
    get: operations['streamActivities'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/communities/{community}/questions/{id}/answers': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Answers to a question; best: accepted first, then by score */
    get: operations['listAnswers'];
    put?: never;
    /** Answer */
    post: operations['createAnswer'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/communities/{community}/answers/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One answer */
    get: operations['getAnswer'];
    put?: never;
    post?: never;
    /** Delete one’s own answer; stewards any */
    delete: operations['deleteAnswer'];
    options?: never;
    head?: never;
    /** Edit one’s own answer; stewards any */
    patch: operations['updateAnswer'];
    trace?: never;
  };
  '/communities/{community}/answers/{id}/vote': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /** Vote, once per person */
    put: operations['voteOnAnswer'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/communities/{community}/answers/{id}/use': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /** Tell how it went; a second time replaces the first */
    put: operations['putAnswerUse'];
    post?: never;
    /** Take it back */
    delete: operations['deleteAnswerUse'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/communities/{community}/resources/{id}/use': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /** Tell how it went; a second time replaces the first */
    put: operations['putResourceUse'];
    post?: never;
    /** Take it back */
    delete: operations['deleteResourceUse'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/communities/{community}/uses': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Who used an answer or a resource, and how it went */
    get: operations['listUses'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/communities/{community}/session/catch-up': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What happened since I had seen everything; the round that was begun, on whatever device, goes on */
    get: operations['getCatchUp'];
    /** I have seen these, or all of the round */
    put: operations['putCatchUp'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/communities/{community}/collections': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Collections: the featured ones first, then the newest */
    get: operations['listCollections'];
    put?: never;
    /** Begin a collection */
    post: operations['createCollection'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/communities/{community}/collections/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One collection with what it holds */
    get: operations['getCollection'];
    put?: never;
    post?: never;
    /** Delete one’s own collection; stewards any. The resources stay */
    delete: operations['deleteCollection'];
    options?: never;
    head?: never;
    /** Edit one’s own collection; stewards any */
    patch: operations['updateCollection'];
    trace?: never;
  };
  '/communities/{community}/collections/{id}/items': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /** What it holds, in order: adds, takes out, moves, and notes, at once */
    put: operations['putCollectionItems'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/communities/{community}/comments': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Comments, oldest first: of a whole thread (the question and its answers), of a resource or of a post */
    get: operations['listComments'];
    put?: never;
    /** Comment */
    post: operations['createComment'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/communities/{community}/comments/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /** Delete one’s own comment; stewards any */
    delete: operations['deleteComment'];
    options?: never;
    head?: never;
    /** Edit one’s own comment */
    patch: operations['updateComment'];
    trace?: never;
  };
  '/communities/{community}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One community: what it is, and what its endpoint can do */
    get: operations['getCommunity'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    /** Set rules, profile fields, name, description; the last one to set a rule wins */
    patch: operations['updateCommunity'];
    trace?: never;
  };
  '/communities/{community}/session': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Who am I here, and what may I do */
    get: operations['getSession'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/communities': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The communities of this endpoint */
    get: operations['listCommunities'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/communities/{community}/session/last-visit': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /** I have seen the feed up to here */
    put: operations['putLastVisit'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/communities/{community}/files/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Download a file */
    get: operations['downloadFile'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/communities/{community}/files': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Upload a file, to be named by a resource or a post within a day */
    post: operations['uploadFile'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/communities/{community}/follows/{objectType}/{objectId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /** Follow; nobody else sees it */
    put: operations['putFollow'];
    post?: never;
    /** Follow no longer */
    delete: operations['deleteFollow'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/communities/{community}/follows': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What I follow: questions, topics and people */
    get: operations['listFollows'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/communities/{community}/groups': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Groups and cohorts of members, the largest first */
    get: operations['listGroups'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/communities/{community}/questions/{id}/declined': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /** I was asked, and I can’t this time; somebody else is asked at once */
    put: operations['declineQuestion'];
    post?: never;
    /** I can after all */
    delete: operations['undeclineQuestion'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/communities/{community}/reminders/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /** Don’t ask me about this; it does not come again */
    delete: operations['dismissReminder'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/communities/{community}/questions/{id}/ladder': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Who has been asked to help with a question, and what happens next */
    get: operations['getLadder'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/communities/{community}/questions/{id}/invitations': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Ask a member by name to help; at most five a person and question */
    post: operations['inviteToQuestion'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/communities/{community}/reminders': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What waits for my word, newest first, fifty at most */
    get: operations['listReminders'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/communities/{community}/link-preview': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * What the page behind a link says of itself, fetched by the server
     * @description Public addresses of the web alone, at most 512 kilobytes, five seconds and three redirects. A page that can’t be read is `invalid`, with a reason.
     */
    post: operations['previewLink'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/communities/{community}/members/{id}/deletion': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Have one’s own account deleted in 24 hours; what others read stays, without a name */
    post: operations['requestDeletion'];
    /** Keep the account after all */
    delete: operations['cancelDeletion'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/communities/{community}/members/{id}/export': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** All that is kept of oneself */
    get: operations['exportMember'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/communities/{community}/members/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One member; contributions are activities with this actor */
    get: operations['getMember'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    /** Edit one’s own profile */
    patch: operations['updateMember'];
    trace?: never;
  };
  '/communities/{community}/members': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The directory, filtered */
    get: operations['listMembers'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/communities/{community}/members/{id}/groups': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /** Set the groups and cohorts that somebody belongs to */
    put: operations['putMemberGroups'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/communities/{community}/questions/{id}/accepted-answer': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /** Accept an answer: by the asker, or by a steward where the asker has gone */
    put: operations['acceptAnswer'];
    post?: never;
    /** Take the acceptance back */
    delete: operations['unacceptAnswer'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/communities/{community}/questions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Questions, filtered and sorted */
    get: operations['listQuestions'];
    put?: never;
    /** Ask */
    post: operations['createQuestion'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/communities/{community}/questions/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One question */
    get: operations['getQuestion'];
    put?: never;
    post?: never;
    /** Delete one’s own question, while nobody has answered; stewards any */
    delete: operations['deleteQuestion'];
    options?: never;
    head?: never;
    /** Edit one’s own question; stewards any */
    patch: operations['updateQuestion'];
    trace?: never;
  };
  '/communities/{community}/questions/{id}/same': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /** I have the same question: once per person; counts as following */
    put: operations['putSame'];
    post?: never;
    /** I have it no longer */
    delete: operations['deleteSame'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/communities/{community}/questions/{id}/vote': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /** Vote, once per person */
    put: operations['voteOnQuestion'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/communities/{community}/reports/{id}/closing': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /** I have seen to it */
    put: operations['closeReport'];
    post?: never;
    /** It needs looking at again */
    delete: operations['reopenReport'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/communities/{community}/reports': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What members have reported and nobody has seen to, newest first */
    get: operations['listReports'];
    put?: never;
    /** Ask the stewards to look at something; once per person and thing */
    post: operations['createReport'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/communities/{community}/requests': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Resources that somebody looks for, newest first */
    get: operations['listRequests'];
    put?: never;
    /** Ask for a resource that is missing */
    post: operations['createRequest'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/communities/{community}/requests/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One request */
    get: operations['getRequest'];
    put?: never;
    post?: never;
    /** Take one’s own request back; stewards any */
    delete: operations['deleteRequest'];
    options?: never;
    head?: never;
    /** Edit one’s own request; stewards any */
    patch: operations['updateRequest'];
    trace?: never;
  };
  '/communities/{community}/requests/{id}/resource': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /** This is it: any member names a resource; who asked, or a steward, opens it again by null */
    put: operations['fulfilRequest'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/communities/{community}/resources': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Resources, filtered and sorted */
    get: operations['listResources'];
    put?: never;
    /** Suggest a link, or a file uploaded before */
    post: operations['createResource'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/communities/{community}/resources/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One resource */
    get: operations['getResource'];
    put?: never;
    post?: never;
    /** Delete one’s own resource; stewards any */
    delete: operations['deleteResource'];
    options?: never;
    head?: never;
    /**
     * Edit one’s own resource; stewards any
     * @description Where the community’s rules say that stewards see resources first, a member’s edit of what is published waits as its `change`, and readers see it as it was.
     */
    patch: operations['updateResource'];
    trace?: never;
  };
  '/communities/{community}/resources/{id}/endorsement': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /** Stand for it by name; a second time replaces the note */
    put: operations['endorseResource'];
    post?: never;
    /** Take one’s endorsement back */
    delete: operations['unendorseResource'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/communities/{community}/resources/{id}/reviews': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** It is still right: by who looks after it, or a steward */
    post: operations['reviewResource'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/communities/{community}/resources/{id}/status': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /** Send a draft, publish or decline what is proposed, take out what is no longer right, or bring it back */
    put: operations['setResourceStatus'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/communities/{community}/resources/{id}/steward': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /** Look after it, hand it over, or let it go */
    put: operations['setResourceSteward'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/communities/{community}/resources/{id}/change': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /** Accept a change that waits, or send it back with a reason */
    put: operations['settleResourceChange'];
    post?: never;
    /** Take a change back that waits, or was sent back */
    delete: operations['withdrawResourceChange'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/communities/{community}/resources/{id}/vote': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /** Vote, once per person */
    put: operations['voteOnResource'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/communities/{community}/revisions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The states of one text, newest first; none where it was never edited. Whoever sees the text sees them */
    get: operations['listRevisions'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/communities/{community}/saves/{objectType}/{objectId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /** Keep it for later; nobody else sees it */
    put: operations['putSave'];
    post?: never;
    /** Keep it no longer */
    delete: operations['deleteSave'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/communities/{community}/saves': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What I keep for later: questions and resources */
    get: operations['listSaves'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/communities/{community}/questions/{id}/closing': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /** Close a question: by its asker, or a steward; it takes no more answers */
    put: operations['closeQuestion'];
    post?: never;
    /** Open it again; what a steward has closed, a steward opens */
    delete: operations['reopenQuestion'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/communities/{community}/questions/{id}/guide': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Begin a practice guide with this thread: a draft resource of the question and the answers that helped, each with who wrote it */
    post: operations['draftGuide'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/communities/{community}/questions/{id}/merge': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /**
     * Merge this question into another
     * @description Its answers, comments, votes, followers and uses go to the other question, its text stays readable there, and its address leads there. Whoever asked it counts as having the same question.
     */
    put: operations['mergeQuestion'];
    post?: never;
    /** Take a merged question out again, with what came along; what was written since stays where it is */
    delete: operations['unmergeQuestion'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/communities/{community}/topics/{topic}/merge': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /** Merge a topic into another: everything moves, and its id and words lead there */
    put: operations['mergeTopic'];
    post?: never;
    /** Take a merged topic out again, named by its old id; what was written since stays where it is */
    delete: operations['unmergeTopic'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/communities/{community}/answers/{id}/thanks': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /** Thank for an answer, in the name of the community; once per steward, told in the feed */
    put: operations['thankForAnswer'];
    post?: never;
    /** Take the thanks back */
    delete: operations['takeThanksBack'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/communities/{community}/topics/{topic}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    /** Name a topic anew, or set its other words */
    patch: operations['updateTopic'];
    trace?: never;
  };
  '/communities/{community}/topics': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Topics, most used first; q completes what is being typed */
    get: operations['listTopics'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
}
export type webhooks = Record<string, never>;
export interface components {
  schemas: {
    Post: {
      id: string;
      title: string | null;
      body: string;
      url: string | null;
      /** @description The card of the first link; null where there is none, or its author wants no card. */
      link?: components['schemas']['LinkCard'] | null;
      /** @description false: its author wants no card for a link of it. */
      linkPreview?: boolean;
      topics: components['schemas']['TopicRef'][];
      files: components['schemas']['File'][];
      author: components['schemas']['MemberRef'] | null;
      /** Format: date-time */
      createdAt: string;
      /** Format: date-time */
      editedAt: string | null;
      version: number;
      commentCount: number;
      viewer: {
        can: ('edit' | 'delete' | 'comment')[];
      };
      source: components['schemas']['Source'] | null;
    };
    /** @description The first link of a message and what its page says of itself: untrusted text of somebody else’s, and no picture. */
    LinkCard: {
      url: string;
      /** @description null: not read yet, or not to be read. */
      title: string | null;
      /** @description Plain text. */
      description: string | null;
      siteName: string | null;
      /** @description What of this community the link leads to; its title is the present one. */
      object: components['schemas']['ObjectRef'] | null;
    };
    ObjectRef: {
      type: components['schemas']['ObjectType'];
      id: string;
      title: string | null;
      /** @description A page outside, where the object is a link. */
      url: string | null;
    };
    /** @enum {string} */
    ObjectType: 'question' | 'answer' | 'comment' | 'resource' | 'post' | 'member' | 'collection' | 'request';
    TopicRef: {
      id: string;
      label: string;
    };
    File: {
      id: string;
      name: string;
      /** @description Media type, found from the content, not from what the sender said. */
      type: string;
      /** @description Bytes. */
      size: number;
      /** @description Where to download it, relative to the server’s origin. */
      url: string;
      /** Format: date-time */
      createdAt: string;
    };
    MemberRef: {
      id: string;
      name: string;
      avatarUrl: string | null;
      url: string | null;
      /** @description A made-up person of the demo, shown as such. */
      demo: boolean;
    };
    /** @description Where an imported record came from; shown wherever the record is. */
    Source: {
      name: string;
      url: string | null;
      licence: string | null;
      licenceUrl: string | null;
    };
    Problem: {
      /** @example urn:cop:problem:invalid */
      type: string;
      title: string;
      status: number;
      detail?: string;
      instance?: string;
      errors?: components['schemas']['FieldError'][];
      existing?: components['schemas']['ObjectRef'] & unknown;
    };
    FieldError: {
      /** @description JSON Pointer (RFC 6901) into the body, or the parameter’s name. */
      pointer: string;
      code: string;
      detail: string;
    };
    NewPost: {
      /** @default null */
      title: string | null;
      body: string;
      /**
       * Format: uri
       * @default null
       */
      url: string | null;
      /** @default [] */
      topics: string[];
      /**
       * @description Ids of uploads of one’s own, in the order in which they are shown.
       * @default []
       */
      files: string[];
      /**
       * @description Whether the first link is shown as a card.
       * @default true
       */
      linkPreview: boolean;
    };
    Activity: {
      id: string;
      type: components['schemas']['ActivityType'];
      /** Format: date-time */
      published: string;
      actor: components['schemas']['MemberRef'] | null;
      object: components['schemas']['ObjectRef'];
      /** @description What the object belongs to: the question of an answer. */
      target: components['schemas']['ObjectRef'] | null;
      /** @description Plain text: the start of what was written. */
      summary: string | null;
      /** @description Of a message: the card of its first link. */
      link?: components['schemas']['LinkCard'] | null;
      reactions: components['schemas']['Reaction'][];
      /** @description Why it concerns the person who reads; null where it does not. */
      forYou: components['schemas']['Concern'] | null;
      source: components['schemas']['Source'] | null;
    };
    /** @enum {string} */
    ActivityType:
      | 'asked'
      | 'answered'
      | 'commented'
      | 'accepted'
      | 'added'
      | 'used'
      | 'posted'
      | 'joined'
      | 'revised'
      | 'endorsed'
      | 'reviewed'
      | 'requested'
      | 'collected'
      | 'thanked';
    Reaction: {
      kind: components['schemas']['ReactionKind'];
      count: number;
      mine: boolean;
    };
    /** @enum {string} */
    ReactionKind: 'thanks' | 'insight' | 'celebrate';
    /**
     * @description Why an act concerns the reader: its text names them, or it is about what they wrote.
     * @enum {string}
     */
    Concern: 'mention' | 'yours';
    AsActivity: {
      /** @description The vocabulary, and what this API adds to it (`cop:`). */
      '@context': (
        | string
        | {
            [key: string]: string;
          }
      )[];
      /** Format: uri */
      id: string;
      /** @description A type of the vocabulary; with it one of `cop:` where that says more. */
      type: string | string[];
      /** @description The act in the words of this API, an ActivityType. */
      'cop:act': string;
      /** Format: date-time */
      published: string;
      /** @description Who, and what about: plain text in no language. */
      name: string;
      /** @description HTML: the start of what was written, escaped. */
      summary?: string;
      actor?: components['schemas']['AsObject'];
      object: components['schemas']['AsObject'];
      target?: components['schemas']['AsObject'];
      /** @description Where an imported record came from. */
      generator?: {
        /** @enum {string} */
        type: 'Service';
        name: string;
        /** Format: uri */
        url?: string;
      };
    };
    /** @description Not there where nobody is named. */
    AsObject: {
      /** Format: uri */
      id: string;
      type: string | string[];
      name?: string;
      /** @description HTML: the start of what was written, escaped. */
      summary?: string;
      /**
       * Format: uri
       * @description A page for people.
       */
      url?: string;
      /** Format: uri */
      inReplyTo?: string;
      icon?: {
        /** @enum {string} */
        type: 'Image';
        /** Format: uri */
        url: string;
      };
    };
    JsonFeed: {
      version: string;
      title: string;
      items: {
        [key: string]: unknown;
      }[];
    };
    ActivityPage: {
      items: components['schemas']['Activity'][];
      /** @description Pass as `cursor` for the next page; null at the end. */
      nextCursor: string | null;
      /** @description How many match in all, where that is cheap to know. */
      total: number | null;
    };
    AsPage: {
      /** @description The vocabulary, and what this API adds to it (`cop:`). */
      '@context': (
        | string
        | {
            [key: string]: string;
          }
      )[];
      /** Format: uri */
      id: string;
      /** @enum {string} */
      type: 'OrderedCollectionPage';
      partOf: {
        /** Format: uri */
        id: string;
        /** @enum {string} */
        type: 'OrderedCollection';
        name: string;
        /** Format: uri */
        first: string;
      };
      /** Format: uri */
      next?: string;
      /** Format: uri */
      prev?: string;
      orderedItems: {
        /** Format: uri */
        id: string;
        /** @description A type of the vocabulary; with it one of `cop:` where that says more. */
        type: string | string[];
        /** @description The act in the words of this API, an ActivityType. */
        'cop:act': string;
        /** Format: date-time */
        published: string;
        /** @description Who, and what about: plain text in no language. */
        name: string;
        /** @description HTML: the start of what was written, escaped. */
        summary?: string;
        actor?: components['schemas']['AsObject'];
        object: components['schemas']['AsObject'];
        target?: components['schemas']['AsObject'];
        /** @description Where an imported record came from. */
        generator?: {
          /** @enum {string} */
          type: 'Service';
          name: string;
          /** Format: uri */
          url?: string;
        };
      }[];
    };
    PostPatch: {
      title?: string | null;
      body?: string;
      files?: string[];
      /** @description Whether the first link is shown as a card. */
      linkPreview?: boolean;
    };
    Answer: {
      id: string;
      questionId: string;
      body: string;
      author: components['schemas']['MemberRef'] | null;
      /** Format: date-time */
      createdAt: string;
      /** Format: date-time */
      updatedAt: string;
      /** Format: date-time */
      editedAt: string | null;
      version: number;
      score: number;
      accepted: boolean;
      commentCount: number;
      uses: components['schemas']['UseSummary'];
      viewer: {
        vote: components['schemas']['VoteValue'];
        use: components['schemas']['NewUse'] | null;
        can: ('edit' | 'delete' | 'vote' | 'comment' | 'use' | 'moderate')[];
      };
      source: components['schemas']['Source'] | null;
    };
    UseSummary: {
      total: number;
      worked: number;
      adapted: number;
      failed: number;
      /** @description The three newest contexts. */
      contexts: {
        outcome: components['schemas']['UseOutcome'];
        context: string;
      }[];
    };
    /** @enum {string} */
    UseOutcome: 'worked' | 'adapted' | 'failed';
    /** @enum {integer} */
    VoteValue: -1 | 0 | 1;
    /** @description “I used this”, with one line on the context. */
    NewUse: {
      outcome: components['schemas']['UseOutcome'];
      /** @default  */
      context: string;
    };
    NewAnswer: {
      body: string;
    };
    AnswerPage: {
      items: components['schemas']['Answer'][];
      /** @description Pass as `cursor` for the next page; null at the end. */
      nextCursor: string | null;
      /** @description How many match in all, where that is cheap to know. */
      total: number | null;
    };
    /**
     * @default best
     * @enum {string}
     */
    AnswerSort: 'best' | 'oldest' | 'newest';
    Vote: {
      value: components['schemas']['VoteValue'];
    };
    UsePage: {
      items: components['schemas']['Use'][];
      /** @description Pass as `cursor` for the next page; null at the end. */
      nextCursor: string | null;
      /** @description How many match in all, where that is cheap to know. */
      total: number | null;
    };
    Use: {
      id: string;
      object: components['schemas']['ObjectRef'];
      outcome: components['schemas']['UseOutcome'];
      context: string;
      member: components['schemas']['MemberRef'] | null;
      /** Format: date-time */
      createdAt: string;
      mine: boolean;
    };
    /** @description What happened since everything was seen, to be finished. It never grows, and never repeats. */
    CatchUp: {
      /**
       * Format: date-time
       * @description Up to when everything was seen.
       */
      since: string;
      /**
       * Format: date-time
       * @description End of this round: what happened later waits for the next.
       */
      until: string;
      /** @description How many acts of others are left in this round. */
      total: number;
      /** @description How many have come after its end, for the next round; 100 at most. */
      later: number;
      /** @description What is left, at most 100: what names the reader or is about what they wrote first, each newest first. */
      items: components['schemas']['Activity'][];
    };
    CatchUpSeen: {
      /**
       * Format: date-time
       * @description The `until` of the round that is being read.
       */
      until: string;
      /**
       * @description Ids of acts that were seen.
       * @default []
       */
      seen: string[];
      /**
       * @description Everything of the round was seen.
       * @default false
       */
      all: boolean;
    };
    CollectionWithItems: components['schemas']['Collection'] & {
      /** @description In order; of an automatic one the first hundred, newest first. */
      items: components['schemas']['CollectionItem'][];
    };
    CollectionFilter: {
      q?: string;
      kind?: components['schemas']['ResourceKind'][];
      topic?: string[];
      language?: string[];
      outcome?: components['schemas']['UseOutcome'];
      form?: ('link' | 'file')[];
      mark?: ('endorsed' | 'due')[];
      /** Format: date */
      since?: string;
      /** Format: date */
      until?: string;
    };
    /** @enum {string} */
    ResourceKind: 'article' | 'tool' | 'template' | 'case' | 'recording' | 'book' | 'course' | 'guide' | 'other';
    CollectionItem: {
      resource: components['schemas']['Resource'];
      note: string;
    };
    Resource: {
      id: string;
      kind: components['schemas']['ResourceKind'];
      title: string;
      /** @description Markdown; may be empty. */
      description: string;
      url: string | null;
      file: components['schemas']['File'] | null;
      /** @description Who made it, as the source names them. */
      creator: string | null;
      /** @description RFC 3339 date. */
      publishedOn: string | null;
      language: string | null;
      licence: string | null;
      topics: components['schemas']['TopicRef'][];
      suggestedBy: components['schemas']['MemberRef'] | null;
      /** Format: date-time */
      createdAt: string;
      /** Format: date-time */
      updatedAt: string;
      /** Format: date-time */
      editedAt: string | null;
      version: number;
      commentCount: number;
      score: number;
      status: components['schemas']['ResourceStatus'];
      /** @description Why it was declined, or is obsolete; may be empty. */
      statusNote: string;
      link: components['schemas']['ResourceLink'] | null;
      /** @description A change that waits for a steward, or was sent back; shown to who may edit the resource. */
      change: components['schemas']['ResourceChange'] | null;
      uses: components['schemas']['UseSummary'];
      endorsements: {
        total: number;
        /** @description At most five. */
        newest: components['schemas']['Endorsement'][];
      };
      review: components['schemas']['Review'];
      viewer: {
        use: components['schemas']['NewUse'] | null;
        vote: components['schemas']['VoteValue'];
        saved: boolean;
        endorsed: boolean;
        can: (
          | 'edit'
          | 'delete'
          | 'comment'
          | 'use'
          | 'vote'
          | 'save'
          | 'endorse'
          | 'review'
          | 'look-after'
          | 'hand-over'
          | 'publish'
          | 'decline'
          | 'retire'
          | 'settle'
          | 'withdraw'
        )[];
      };
      source: components['schemas']['Source'] | null;
    };
    /**
     * @description proposed: waits for a steward; draft: its author’s own; obsolete: no longer right, out of the lists.
     * @enum {string}
     */
    ResourceStatus: 'published' | 'proposed' | 'draft' | 'obsolete';
    ResourceLink: {
      siteName: string | null;
      imageUrl: string | null;
      iconUrl: string | null;
    };
    ResourceChange: {
      content: {
        kind?: components['schemas']['ResourceKind'];
        title?: string;
        description?: string;
        url?: string | null;
        creator?: string | null;
        publishedOn?: string | null;
        language?: string | null;
        licence?: string | null;
        topics?: components['schemas']['TopicRef'][];
      };
      by: components['schemas']['MemberRef'] | null;
      /** Format: date-time */
      at: string;
      /** @description Why a steward sent it back; null: it waits. */
      returned: string | null;
    };
    Endorsement: {
      member: components['schemas']['MemberRef'] | null;
      note: string;
      /** Format: date-time */
      createdAt: string;
    };
    Review: {
      /** @description Who looks after it. */
      steward: components['schemas']['MemberRef'] | null;
      /** @description When it is looked at again: RFC 3339 date. */
      on: string | null;
      /**
       * Format: date-time
       * @description When somebody last found it still right.
       */
      at: string | null;
      by: components['schemas']['MemberRef'] | null;
      /** @description The date has come. */
      due: boolean;
    };
    Collection: {
      id: string;
      title: string;
      description: string;
      author: components['schemas']['MemberRef'] | null;
      /** @description null: chosen one by one. Else all that the filter finds. */
      filter: components['schemas']['CollectionFilter'] | null;
      featured: boolean;
      /** @description How many resources it holds now. */
      count: number;
      /** Format: date-time */
      createdAt: string;
      /** Format: date-time */
      updatedAt: string;
      version: number;
      viewer: {
        can: ('edit' | 'delete' | 'feature')[];
      };
    };
    NewCollection: {
      title: string;
      /** @default  */
      description: string;
      filter?: components['schemas']['CollectionFilter'] & (Record<string, never> | null);
      /**
       * @description By stewards.
       * @default false
       */
      featured: boolean;
    };
    CollectionPage: {
      items: components['schemas']['Collection'][];
      /** @description Pass as `cursor` for the next page; null at the end. */
      nextCursor: string | null;
      /** @description How many match in all, where that is cheap to know. */
      total: number | null;
    };
    CollectionItems: {
      items: {
        resourceId: string;
        /** @default  */
        note: string;
      }[];
    };
    CollectionPatch: {
      title?: string;
      description?: string;
      filter?: components['schemas']['CollectionFilter'] & (Record<string, never> | null);
      featured?: boolean;
    };
    Comment: {
      id: string;
      object: components['schemas']['CommentObject'];
      /** @description Markdown, inline marks only. */
      body: string;
      author: components['schemas']['MemberRef'] | null;
      /** Format: date-time */
      createdAt: string;
      /** Format: date-time */
      editedAt: string | null;
      version: number;
      /** @description Votes that came with an import. */
      score: number;
      viewer: {
        can: ('edit' | 'delete')[];
      };
      source: components['schemas']['Source'] | null;
    };
    CommentObject: {
      /** @enum {string} */
      type: 'question' | 'answer' | 'resource' | 'post';
      id: string;
    };
    NewComment: {
      object: components['schemas']['CommentObject'];
      body: string;
    };
    CommentPage: {
      items: components['schemas']['Comment'][];
      /** @description Pass as `cursor` for the next page; null at the end. */
      nextCursor: string | null;
      /** @description How many match in all, where that is cheap to know. */
      total: number | null;
    };
    CommentPatch: {
      body: string;
    };
    Community: {
      id: string;
      name: string;
      description: string;
      language: string;
      capabilities: components['schemas']['Capability'][];
      counts: {
        questions: number;
        answered: number;
        resources: number;
        members: number;
        /** @description Collections of resources. */
        collections?: number;
        /** @description Groups and cohorts that members belong to. */
        groups?: number;
        /** @description Resources that somebody looks for. */
        requests?: number;
      };
      limits: {
        /** @description Largest file, in bytes. */
        uploadBytes: number;
        /** @description Media types that are taken. */
        uploadTypes: string[];
      };
      /** @description Where imported content comes from, for attribution. */
      sources: components['schemas']['Source'][];
      rules: components['schemas']['Rules'];
      /** @description What profiles hold beside the usual fields. */
      profileFields: components['schemas']['ProfileField'][];
    };
    /** @enum {string} */
    Capability:
      | 'questions'
      | 'answers'
      | 'comments'
      | 'votes'
      | 'uses'
      | 'resources'
      | 'files'
      | 'members'
      | 'activities'
      | 'posts'
      | 'reactions'
      | 'stream'
      | 'catch-up'
      | 'search'
      | 'saves'
      | 'collections'
      | 'requests'
      | 'link-preview'
      | 'endorsements'
      | 'reviews'
      | 'follows'
      | 'revisions'
      | 'same-questions'
      | 'reports'
      | 'stewarding'
      | 'ladder';
    /** @description What the community has agreed on; the server keeps to it. */
    Rules: {
      /** @description Members may ask without their name being shown to members. */
      anonymousQuestions: boolean;
      /** @description What members suggest waits for a steward. */
      premoderatedResources: boolean;
      /** @description Days without anything new after which an answered question closes; null: never. */
      autoCloseDays: number | null;
      /** @description Months after which a resource is looked at again. */
      reviewMonths: number;
      ladder: components['schemas']['LadderRules'];
    };
    LadderRules: {
      /** @description Hours from one ring to the next: from asking to the members who offer the topic, on to those who know it, to other members, to the stewards. A question has reached somebody when their sum is over. */
      hours: number[];
      /** @description How many are asked in each ring at most. */
      size: number;
      /** @description How often one person is asked in any seven days at most. 0: nobody is asked. */
      weeklyCap: number;
      /** @description Hours after accepting when the asker is asked, once, how it went. */
      remindAfterHours: number;
    };
    ProfileField: {
      id: string;
      label: string;
      /** @enum {string} */
      type: 'text' | 'url' | 'choice';
      /** @description What there is to choose from, for a choice. */
      options?: string[];
    };
    Session: {
      member: components['schemas']['MemberRef'] | null;
      role: components['schemas']['Role'];
      can: components['schemas']['Permission'][];
      /**
       * Format: date-time
       * @description Up to when this person has seen the feed.
       */
      lastVisitAt: string | null;
      /** @description How many questions I was asked to help with, how many reminders, and for stewards how many unanswered questions wait for me. */
      waiting?: {
        forMe: number;
        reminders: number;
        forStewards: number;
        /** @description Acts of others that wait in the catch-up; 51: more than 50. */
        catchUp?: number;
      };
    };
    /** @enum {string} */
    Role: 'visitor' | 'member' | 'steward';
    /** @enum {string} */
    Permission:
      | 'ask'
      | 'answer'
      | 'comment'
      | 'vote'
      | 'use'
      | 'suggest'
      | 'save'
      | 'collect'
      | 'request'
      | 'endorse'
      | 'upload'
      | 'react'
      | 'post'
      | 'follow'
      | 'edit-profile'
      | 'moderate';
    CommunityList: {
      items: components['schemas']['Community'][];
    };
    LastVisit: {
      /** Format: date-time */
      at: string;
    };
    /** @description What is not named stays as it is, also within rules; the list of profile fields is the whole list. */
    CommunityPatch: {
      name?: string;
      description?: string;
      rules?: {
        /** @description Members may ask without their name being shown to members. */
        anonymousQuestions?: boolean;
        /** @description What members suggest waits for a steward. */
        premoderatedResources?: boolean;
        /** @description Days without anything new after which an answered question closes; null: never. */
        autoCloseDays?: number | null;
        /** @description Months after which a resource is looked at again. */
        reviewMonths?: number;
        ladder?: {
          /** @description Hours from one ring to the next: from asking to the members who offer the topic, on to those who know it, to other members, to the stewards. A question has reached somebody when their sum is over. */
          hours?: number[];
          /** @description How many are asked in each ring at most. */
          size?: number;
          /** @description How often one person is asked in any seven days at most. 0: nobody is asked. */
          weeklyCap?: number;
          /** @description Hours after accepting when the asker is asked, once, how it went. */
          remindAfterHours?: number;
        };
      };
      profileFields?: components['schemas']['ProfileField'][];
    };
    /** @description All that this person follows, newest first. Only they see it. */
    FollowList: {
      follows: components['schemas']['Follow'][];
    };
    Follow: {
      object: {
        type: components['schemas']['FollowType'];
        id: string;
        title: string;
      };
      /** Format: date-time */
      createdAt: string;
    };
    /** @enum {string} */
    FollowType: 'question' | 'topic' | 'member';
    MemberGroupList: {
      items: components['schemas']['MemberGroup'][];
    };
    MemberGroup: {
      name: string;
      /** @description Members in it, as far as the reader may see it. */
      count: number;
    };
    HelpRequest: {
      reason: components['schemas']['AskReason'];
      /** Format: date-time */
      askedAt: string;
      /**
       * @description What came of it; null: nothing yet.
       * @enum {string|null}
       */
      outcome: 'answered' | 'declined' | null;
    };
    AskReason: {
      /** @enum {string} */
      kind: 'offer' | 'topic' | 'answered' | 'available' | 'invited' | 'steward';
      /** @description The topic that fits, where there is one. */
      topic: components['schemas']['TopicRef'] | null;
      /** @description Who invited, where a person did and may be named. */
      by: components['schemas']['MemberRef'] | null;
    };
    Ladder: {
      /**
       * @description asking: somebody more will be asked; asked: everybody was; answered, closed: nobody more is; off: nobody is asked about this question.
       * @enum {string}
       */
      state: 'asking' | 'asked' | 'answered' | 'closed' | 'off';
      asked: components['schemas']['AskedGroup'][];
      /** @description Who is asked when nobody answers: 2 those who know the topics, 3 others, 4 the stewards; in the order of time. */
      next: components['schemas']['LadderStep'][];
      /**
       * Format: date-time
       * @description When somebody is asked whose quiet hours it is now.
       */
      quietUntil: string | null;
      /** @description How long a first answer took in this community: median over the newest 200 questions of 180 days that were asked here and answered by somebody else. Null for fewer than five. */
      wait: {
        medianHours: number;
        n: number;
      } | null;
      /** @description How many people the viewer may still invite to this question. */
      invitationsLeft: number;
    };
    /** @description People who were asked for the same reason. Who said that they can’t is not told. */
    AskedGroup: {
      reason: components['schemas']['AskReason'];
      count: number;
      /**
       * Format: date-time
       * @description When the last of them was asked.
       */
      askedAt: string;
      /** @description For the asker and stewards, as far as these people show themselves and what the reason tells; for others empty. */
      members: components['schemas']['MemberRef'][];
    };
    LadderStep: {
      ring: number;
      /** Format: date-time */
      at: string;
      upTo: number;
    };
    Invitation: {
      memberId: string;
    };
    ReminderList: {
      items: components['schemas']['Reminder'][];
    };
    Reminder: {
      /**
       * @description tell: an answer that the viewer accepted, and has not said of how it went; failed: somebody said that the viewer’s answer or resource did not work for them.
       * @enum {string}
       */
      kind: 'tell' | 'failed';
      /** @description For `DELETE /reminders/{id}`. */
      id: string;
      object: components['schemas']['ObjectRef'] & unknown;
      /** @description The question of an answer. */
      question: components['schemas']['ObjectRef'] | null;
      /** @description What was said, for `failed`. */
      use: {
        outcome: components['schemas']['UseOutcome'];
        context: string;
        member: components['schemas']['MemberRef'] | null;
      } | null;
      /** Format: date-time */
      at: string;
    };
    /** @description What a page says of itself: untrusted text of somebody else’s. */
    LinkPreview: {
      /** @description Where the link led in the end. */
      url: string;
      title: string | null;
      /** @description Plain text. */
      description: string | null;
      siteName: string | null;
      imageUrl: string | null;
      iconUrl: string | null;
      /** @description BCP 47. */
      language: string | null;
      /** @description RFC 3339 date. */
      publishedOn: string | null;
      creator: string | null;
    };
    LinkToPreview: {
      /** Format: uri */
      url: string;
    };
    Member: {
      id: string;
      name: string;
      headline: string;
      /** @description Markdown; may be empty. */
      bio: string;
      avatarUrl: string | null;
      pronouns: string | null;
      /** @description City and country, as the person writes them. */
      place: string | null;
      /** @description ISO 3166-1 alpha-2. */
      country: string | null;
      languages: string[];
      /** @description IANA name. */
      timeZone: string | null;
      topics: components['schemas']['TopicRef'][];
      /** @description I can help with. */
      offers: components['schemas']['TopicRef'][];
      /** @description I’d like help with. */
      needs: components['schemas']['TopicRef'][];
      links: components['schemas']['Link'][];
      groups: components['schemas']['Group'][];
      participation: components['schemas']['Participation'] | null;
      workingHours: components['schemas']['WorkingHours'] | null;
      /** @description Values of the community’s own profile fields, by the field’s id. */
      fields: {
        [key: string]: string;
      };
      /**
       * @description Seen here within 24 hours, or 7 days; null where it is longer ago, or not told. No exact time.
       * @enum {string|null}
       */
      presence: 'today' | 'week' | null;
      steward: boolean;
      demo: boolean;
      /**
       * Format: date-time
       * @description Null for authors of imported content who never joined.
       */
      joinedAt: string | null;
      /** Format: date-time */
      updatedAt: string;
      version: number;
      /** @description false: has left the directory; seen by themselves and stewards only. */
      listed: boolean;
      /** @description Who sees which field; for the member and stewards only, else null. */
      visibility: components['schemas']['FieldVisibility'] | null;
      /** @description For the member alone, else null; null: 22:00 to 07:00. */
      quietHours: components['schemas']['QuietHours'] | null;
      /** @description How often the member is asked to help in seven days at most, below the community’s rule. For the member alone, else null. */
      asksPerWeek: number | null;
      /** @description Whether the member is asked once how an accepted answer worked. For the member alone, else null. */
      reminders: boolean | null;
      /**
       * Format: date-time
       * @description When the account will be deleted, as its member has asked. For the member alone, else null.
       */
      deletionDueAt: string | null;
      viewer: {
        self: boolean;
        can: components['schemas']['MemberAction'][];
      };
      source: components['schemas']['Source'] | null;
      /** @description Why this person was found, the weightiest first; only in lists asked for by `helpWith` or `needHelpWith`. */
      reasons?: components['schemas']['HelpReason'][];
    };
    Link: {
      /** @enum {string} */
      kind: 'website' | 'email' | 'chat' | 'meeting' | 'orcid' | 'social';
      label: string;
      url: string;
    };
    Group: {
      name: string;
      role: string | null;
    };
    /** @enum {string} */
    Participation: 'core' | 'active' | 'peripheral' | 'break';
    /** @description When somebody works, in their own time zone; from 22:00 to 06:00 goes over midnight. */
    WorkingHours: {
      /** @description ISO 8601 weekdays, 1 (Monday) to 7. */
      days: number[];
      from: string;
      to: string;
    };
    FieldVisibility: {
      bio?: components['schemas']['Visibility'];
      place?: components['schemas']['Visibility'];
      languages?: components['schemas']['Visibility'];
      timeZone?: components['schemas']['Visibility'];
      offers?: components['schemas']['Visibility'];
      needs?: components['schemas']['Visibility'];
      links?: components['schemas']['Visibility'];
      groups?: components['schemas']['Visibility'] & unknown;
      participation?: components['schemas']['Visibility'];
      workingHours?: components['schemas']['Visibility'];
      fields?: components['schemas']['Visibility'] & unknown;
      presence?: components['schemas']['Visibility'] & unknown;
    };
    /** @enum {string} */
    Visibility: 'everyone' | 'members' | 'stewards' | 'nobody';
    /** @description When nobody asks for help, in the member’s own time zone. Equal times: never quiet. */
    QuietHours: {
      from: string;
      to: string;
    };
    /** @enum {string} */
    MemberAction: 'edit' | 'groups' | 'export' | 'delete';
    HelpReason: {
      /** @enum {string} */
      kind: 'offer' | 'topic' | 'answered' | 'need';
      /** @description What they offer, work on or need. */
      topic: components['schemas']['TopicRef'] | null;
      /** @description A question like that, on which an answer of theirs was accepted or used. */
      question: components['schemas']['ObjectRef'] | null;
    };
    MemberExport: {
      /** @enum {string} */
      format: 'cop-member-export';
      /** @enum {number} */
      version: 1;
      /** @description What is in here, in plain words, a line each. */
      readme: string[];
      /** Format: date-time */
      exportedAt: string;
      community: {
        id: string;
        name: string;
      };
      /** @description The rows of every table that are this member’s, by the table’s name. */
      tables: {
        [key: string]: {
          [key: string]: unknown;
        }[];
      };
    };
    MemberPage: {
      items: components['schemas']['Member'][];
      /** @description Pass as `cursor` for the next page; null at the end. */
      nextCursor: string | null;
      /** @description How many match in all, where that is cheap to know. */
      total: number | null;
      facets: {
        topic: components['schemas']['Facet'][];
        offers: components['schemas']['Facet'][];
        needs: components['schemas']['Facet'][];
        country: components['schemas']['Facet'][];
        language: components['schemas']['Facet'][];
        zone: components['schemas']['Facet'][];
        group: components['schemas']['Facet'][];
        /** @description The community’s own fields that are chosen from a list. */
        fields: {
          id: string;
          label: string;
          values: components['schemas']['Facet'][];
        }[];
      } | null;
    };
    Facet: {
      value: string;
      label: string;
      count: number;
    };
    /** @enum {string} */
    MemberSort: 'name' | 'joined' | 'relevance';
    GroupsPut: {
      groups: {
        name: string;
        role: string | null;
      }[];
    };
    NewDeletion: {
      name: string;
    };
    MemberPatch: {
      name?: string;
      headline?: string;
      bio?: string;
      pronouns?: string | null;
      place?: string | null;
      country?: string | null;
      languages?: string[];
      timeZone?: string | null;
      topics?: string[];
      offers?: string[];
      needs?: string[];
      links?: (components['schemas']['Link'] & {
        url?: string;
      })[];
      participation?: components['schemas']['Participation'] | null;
      workingHours?: components['schemas']['WorkingHours'] | null;
      /** @description Those of the community’s own fields that change; an empty text takes a value away. */
      fields?: {
        [key: string]: string;
      };
      listed?: boolean;
      visibility?: components['schemas']['FieldVisibility'];
      quietHours?: components['schemas']['QuietHours'] | null;
      /** @description 0: never; null: as often as the community’s rule says. */
      asksPerWeek?: number | null;
      reminders?: boolean;
    };
    /** @description The address of a question that was merged gives the one it was merged into: its `id` is another than the one asked for. */
    Question: components['schemas']['QuestionSummary'] & {
      body: string;
      details: {
        [key: string]: string;
      };
      /** @description Questions that were merged into this one, as they were asked. */
      merged: components['schemas']['MergedQuestion'][];
    };
    /** @enum {string} */
    QuestionKind: 'problem' | 'information' | 'experience' | 'development';
    /** @description Kept without fragment, credentials and parameters of campaigns; clients leave out the query unless it names the page. */
    AboutPage: {
      /** Format: uri */
      url: string;
      title: string;
    };
    /** @enum {string} */
    CloseReason: 'answered' | 'duplicate' | 'outdated' | 'off-topic' | 'inactive' | 'other';
    MergedQuestion: {
      id: string;
      title: string;
      body: string;
      author: components['schemas']['MemberRef'] | null;
      /** Format: date-time */
      createdAt: string;
    };
    QuestionSummary: {
      id: string;
      /** @description Null where an imported question names none. */
      kind: components['schemas']['QuestionKind'] | null;
      title: string;
      /** @description The first 200 characters, as plain text. */
      excerpt: string;
      topics: components['schemas']['TopicRef'][];
      /** @description Null also where the asker’s name is not shown to this reader. */
      author: components['schemas']['MemberRef'] | null;
      /** @description Asked without the name; the asker and stewards see it. */
      anonymous: boolean;
      about: components['schemas']['AboutPage'] | null;
      /** Format: date-time */
      createdAt: string;
      /** Format: date-time */
      updatedAt: string;
      /** Format: date-time */
      editedAt: string | null;
      version: number;
      /** @description Up votes minus down votes. */
      score: number;
      answerCount: number;
      commentCount: number;
      acceptedAnswerId: string | null;
      /** Format: date-time */
      closedAt: string | null;
      closedReason: components['schemas']['CloseReason'] | null;
      closedNote: string | null;
      /** @description Members who have the same question. */
      sameCount: number;
      uses: components['schemas']['UseSummary'] & unknown;
      viewer: {
        vote: components['schemas']['VoteValue'];
        same?: boolean;
        can: (
          | 'edit'
          | 'delete'
          | 'vote'
          | 'answer'
          | 'comment'
          | 'accept'
          | 'moderate'
          | 'same'
          | 'close'
          | 'reopen'
          | 'reveal'
          | 'report'
          | 'invite'
          | 'ladder'
        )[];
        /** @description Where the viewer was asked to help with it. */
        asked?: components['schemas']['HelpRequest'] | null;
      };
      source: components['schemas']['Source'] | null;
    };
    Acceptance: {
      answerId: string;
    };
    NewQuestion: {
      kind: components['schemas']['QuestionKind'];
      title: string;
      body: string;
      /** @default [] */
      topics: string[];
      details?: {
        [key: string]: string;
      };
      /** @description Where the community’s rules allow it. */
      anonymous?: boolean;
      about?: components['schemas']['AboutPage'] | null;
    };
    QuestionPage: {
      items: components['schemas']['QuestionSummary'][];
      /** @description Pass as `cursor` for the next page; null at the end. */
      nextCursor: string | null;
      /** @description How many match in all, where that is cheap to know. */
      total: number | null;
      facets: {
        kind: components['schemas']['Facet'][];
        topic: components['schemas']['Facet'][];
      } | null;
    };
    /**
     * @description Default: relevance where there is a text, else newest.
     * @enum {string}
     */
    QuestionSort: 'newest' | 'active' | 'votes' | 'relevance';
    QuestionPatch: {
      kind?: components['schemas']['QuestionKind'];
      title?: string;
      body?: string;
      topics?: string[];
      details?: {
        [key: string]: string;
      };
      /**
       * @description Shows the asker’s name from now on; for the asker alone.
       * @enum {boolean}
       */
      anonymous?: false;
    };
    NewReport: {
      object: {
        /** @enum {string} */
        type: 'question' | 'answer' | 'comment' | 'resource' | 'post';
        id: string;
      };
      reason: components['schemas']['ReportReason'];
      /** @default  */
      note: string;
    };
    /** @enum {string} */
    ReportReason: 'spam' | 'rude' | 'off-topic' | 'wrong' | 'personal' | 'other';
    ReportPage: {
      items: components['schemas']['Report'][];
      /** @description Pass as `cursor` for the next page; null at the end. */
      nextCursor: string | null;
      /** @description How many match in all, where that is cheap to know. */
      total: number | null;
    };
    Report: {
      id: string;
      object: components['schemas']['ObjectRef'];
      reason: components['schemas']['ReportReason'];
      note: string;
      /** @description Who reported it. */
      member: components['schemas']['MemberRef'] | null;
      /** Format: date-time */
      createdAt: string;
    };
    ResourceRequest: {
      id: string;
      title: string;
      /** @description Markdown; may be empty. */
      details: string;
      author: components['schemas']['MemberRef'] | null;
      /** @description What was found or made for it. */
      resource: components['schemas']['ObjectRef'] | null;
      /** Format: date-time */
      createdAt: string;
      /** Format: date-time */
      closedAt: string | null;
      version: number;
      viewer: {
        can: ('edit' | 'delete' | 'fulfil' | 'reopen')[];
      };
    };
    NewResourceRequest: {
      title: string;
      /** @default  */
      details: string;
    };
    Fulfilment: {
      resourceId: string | null;
    };
    ResourceRequestPage: {
      items: components['schemas']['ResourceRequest'][];
      /** @description Pass as `cursor` for the next page; null at the end. */
      nextCursor: string | null;
      /** @description How many match in all, where that is cheap to know. */
      total: number | null;
    };
    ResourceRequestPatch: {
      title?: string;
      details?: string;
    };
    NewResource: {
      kind: components['schemas']['ResourceKind'];
      title: string;
      /** @default  */
      description: string;
      /**
       * Format: uri
       * @default null
       */
      url: string | null;
      /** @default null */
      fileId: string | null;
      /** @default null */
      creator: string | null;
      /**
       * Format: date
       * @default null
       */
      publishedOn: string | null;
      /** @default null */
      language: string | null;
      /** @default null */
      licence: string | null;
      /** @default [] */
      topics: string[];
      /**
       * @description Not finished: only its author and stewards see it; it may lack link and file.
       * @default false
       */
      draft: boolean;
      /**
       * @description The request that it fulfils, which is closed by it.
       * @default null
       */
      requestId: string | null;
    };
    /** @description Why one stands for it, in a sentence. */
    EndorsementText: {
      /** @default  */
      note: string;
    };
    ResourcePage: {
      items: components['schemas']['Resource'][];
      /** @description Pass as `cursor` for the next page; null at the end. */
      nextCursor: string | null;
      /** @description How many match in all, where that is cheap to know. */
      total: number | null;
      facets: {
        kind: components['schemas']['Facet'][];
        topic: components['schemas']['Facet'][];
        language: components['schemas']['Facet'][];
        outcome: components['schemas']['Facet'][];
        year: components['schemas']['Facet'][];
        form: components['schemas']['Facet'][];
        mark: components['schemas']['Facet'][];
      } | null;
      /** @description Other words for `q`, where nothing was found. */
      didYouMean: string | null;
    };
    /** @enum {string} */
    ResourceSort: 'newest' | 'title' | 'used' | 'evidence' | 'votes' | 'collected' | 'relevance';
    NewReview: {
      /**
       * Format: date
       * @description Next time; by default as the community’s rules say.
       */
      on?: string | null;
    };
    /** @description A draft that is sent waits for a steward where the community’s rules say so. A declined one needs a reason. */
    NewResourceStatus: {
      /** @enum {string} */
      status: 'published' | 'draft' | 'obsolete';
      /** @default  */
      reason: string;
    };
    /** @description null: nobody. */
    ResourceSteward: {
      memberId: string | null;
    };
    /** @description A change that is not accepted goes back to who wrote it, with a reason. */
    Settlement: {
      accept: boolean;
      /** @default  */
      reason: string;
    };
    /** @description `fileId` only while it has neither link nor file. */
    ResourcePatch: {
      kind?: components['schemas']['ResourceKind'];
      title?: string;
      description?: string;
      /** Format: uri */
      url?: string | null;
      fileId?: string | null;
      creator?: string | null;
      /** Format: date */
      publishedOn?: string | null;
      language?: string | null;
      licence?: string | null;
      topics?: string[];
      /** Format: date */
      reviewOn?: string | null;
    };
    RevisionPage: {
      items: components['schemas']['Revision'][];
      /** @description Pass as `cursor` for the next page; null at the end. */
      nextCursor: string | null;
      /** @description How many match in all, where that is cheap to know. */
      total: number | null;
    };
    Revision: {
      id: string;
      version: number;
      /** @description Who wrote this state; null where that is unknown or not shown. */
      editor: components['schemas']['MemberRef'] | null;
      /** Format: date-time */
      createdAt: string;
      /** @description What was done, where the state is not a new text. */
      act: components['schemas']['RevisionAct'] | null;
      /** @description Why, in the words of who did it. */
      note: string | null;
      /** @description The texts of this state, by field; what the object does not have is not there. */
      content: {
        title?: string;
        body?: string;
        kind?: string | null;
        topics?: components['schemas']['TopicRef'][];
        details?: {
          [key: string]: string;
        };
        url?: string | null;
        creator?: string | null;
        publishedOn?: string | null;
        language?: string | null;
        licence?: string | null;
      };
    };
    /** @enum {string} */
    RevisionAct: 'closed' | 'reopened' | 'merged' | 'unmerged' | 'moved' | 'revealed';
    /** @description All that this person keeps for later, newest first. Only they see it. */
    SaveList: {
      saves: components['schemas']['Save'][];
    };
    Save: {
      object: components['schemas']['ObjectRef'];
      /** Format: date-time */
      createdAt: string;
    };
    /** @enum {string} */
    SaveType: 'question' | 'resource';
    Closing: {
      reason: components['schemas']['CloseReason'];
      /** @default  */
      note: string;
    };
    Guide: {
      resource: components['schemas']['ObjectRef'];
    };
    Merge: {
      into: string;
      /** @default  */
      note: string;
    };
    TopicDetail: {
      id: string;
      label: string;
      aliases: string[];
    };
    TopicMerge: {
      into: string;
    };
    Thanks: {
      /** @description For what: one line that its reader remembers. */
      note: string;
    };
    /** @description Other words are the whole list; they lead to this topic wherever they are written. */
    TopicPatch: {
      label?: string;
      aliases?: string[];
    };
    TopicList: {
      items: components['schemas']['Topic'][];
    };
    Topic: {
      id: string;
      label: string;
      /** @description Questions and resources with it. */
      count: number;
      /** @description Other words for it. */
      aliases?: string[];
    };
  };
  responses: never;
  parameters: never;
  requestBodies: never;
  headers: never;
  pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
  createPost: {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path: {
        community: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['NewPost'];
      };
    };
    responses: {
      /** @description The post */
      201: {
        headers: {
          /** @description Version, for If-Match. */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Post'];
        };
      };
      /** @description What went wrong (RFC 9457) */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description What went wrong (RFC 9457) */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getPost: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        community: string;
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The post */
      200: {
        headers: {
          /** @description Version, for If-Match. */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Post'];
        };
      };
      /** @description What went wrong (RFC 9457) */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description What went wrong (RFC 9457) */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  deletePost: {
    parameters: {
      query?: never;
      header?: {
        'if-match'?: string;
      };
      path: {
        community: string;
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Gone */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description What went wrong (RFC 9457) */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description What went wrong (RFC 9457) */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  updatePost: {
    parameters: {
      query?: never;
      header?: {
        'if-match'?: string;
      };
      path: {
        community: string;
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['PostPatch'];
      };
    };
    responses: {
      /** @description The post */
      200: {
        headers: {
          /** @description Version, for If-Match. */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Post'];
        };
      };
      /** @description What went wrong (RFC 9457) */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description What went wrong (RFC 9457) */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  putReaction: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        community: string;
        id: string;
        kind: components['schemas']['ReactionKind'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The activity */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Activity'];
        };
      };
      /** @description What went wrong (RFC 9457) */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description What went wrong (RFC 9457) */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  deleteReaction: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        community: string;
        id: string;
        kind: components['schemas']['ReactionKind'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The activity */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Activity'];
        };
      };
      /** @description What went wrong (RFC 9457) */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description What went wrong (RFC 9457) */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getActivity: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        community: string;
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The activity */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Activity'];
          'application/activity+json': components['schemas']['AsActivity'];
        };
      };
      /** @description What went wrong (RFC 9457) */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description What went wrong (RFC 9457) */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getJsonFeed: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        community: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description JSON Feed 1.1 */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/feed+json': components['schemas']['JsonFeed'];
        };
      };
      /** @description What went wrong (RFC 9457) */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description What went wrong (RFC 9457) */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getRssFeed: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        community: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description RSS 2.0 */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/rss+xml': string;
        };
      };
      /** @description What went wrong (RFC 9457) */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description What went wrong (RFC 9457) */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  listActivities: {
    parameters: {
      query?: {
        cursor?: string;
        limit?: number;
        type?: (
          | 'asked'
          | 'answered'
          | 'commented'
          | 'accepted'
          | 'added'
          | 'used'
          | 'posted'
          | 'joined'
          | 'revised'
          | 'endorsed'
          | 'reviewed'
          | 'requested'
          | 'collected'
          | 'thanked'
        )[];
        actor?: string;
        /** @description Only what was done by members of one of these groups, by name, as far as the reader may see who is in it. */
        group?: string[];
        /** @description Only what was published after this. */
        since?: string;
        /** @description Only what was published up to this. */
        until?: string;
        /** @description Only what is about one of these topics, by id. */
        topic?: string[];
        /** @description true: only what names the reader. */
        mentions?: boolean;
        /** @description true: only what the reader follows: people, questions and topics. */
        following?: boolean;
      };
      header?: never;
      path: {
        community: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page of activities */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ActivityPage'];
          'application/activity+json': components['schemas']['AsPage'];
        };
      };
      /** @description What went wrong (RFC 9457) */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description What went wrong (RFC 9457) */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  streamActivities: {
    parameters: {
      query?: never;
      header?: {
        'last-event-id'?: string;
      };
      path: {
        community: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A stream that stays open */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'text/event-stream': string;
        };
      };
      /** @description What went wrong (RFC 9457) */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description What went wrong (RFC 9457) */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  listAnswers: {
    parameters: {
      query?: {
        cursor?: string;
        limit?: number;
        sort?: components['schemas']['AnswerSort'];
      };
      header?: never;
      path: {
        community: string;
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page of answers */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AnswerPage'];
        };
      };
      /** @description What went wrong (RFC 9457) */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description What went wrong (RFC 9457) */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  createAnswer: {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path: {
        community: string;
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['NewAnswer'];
      };
    };
    responses: {
      /** @description The answer */
      201: {
        headers: {
          /** @description Version, for If-Match. */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Answer'];
        };
      };
      /** @description What went wrong (RFC 9457) */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description What went wrong (RFC 9457) */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getAnswer: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        community: string;
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The answer */
      200: {
        headers: {
          /** @description Version, for If-Match. */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Answer'];
        };
      };
      /** @description What went wrong (RFC 9457) */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description What went wrong (RFC 9457) */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  deleteAnswer: {
    parameters: {
      query?: never;
      header?: {
        'if-match'?: string;
      };
      path: {
        community: string;
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Gone */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description What went wrong (RFC 9457) */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description What went wrong (RFC 9457) */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  updateAnswer: {
    parameters: {
      query?: never;
      header?: {
        'if-match'?: string;
      };
      path: {
        community: string;
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['NewAnswer'];
      };
    };
    responses: {
      /** @description The answer */
      200: {
        headers: {
          /** @description Version, for If-Match. */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Answer'];
        };
      };
      /** @description What went wrong (RFC 9457) */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description What went wrong (RFC 9457) */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  voteOnAnswer: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        community: string;
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['Vote'];
      };
    };
    responses: {
      /** @description The answer with its new score */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Answer'];
        };
      };
      /** @description What went wrong (RFC 9457) */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description What went wrong (RFC 9457) */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  putAnswerUse: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        community: string;
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['NewUse'];
      };
    };
    responses: {
      /** @description All uses of it, summed up */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['UseSummary'];
        };
      };
      /** @description What went wrong (RFC 9457) */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description What went wrong (RFC 9457) */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  deleteAnswerUse: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        community: string;
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description All uses of it, summed up */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['UseSummary'];
        };
      };
      /** @description What went wrong (RFC 9457) */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description What went wrong (RFC 9457) */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  putResourceUse: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        community: string;
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['NewUse'];
      };
    };
    responses: {
      /** @description All uses of it, summed up */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['UseSummary'];
        };
      };
      /** @description What went wrong (RFC 9457) */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description What went wrong (RFC 9457) */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  deleteResourceUse: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        community: string;
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description All uses of it, summed up */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['UseSummary'];
        };
      };
      /** @description What went wrong (RFC 9457) */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description What went wrong (RFC 9457) */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  listUses: {
    parameters: {
      query?: {
        cursor?: string;
        limit?: number;
        answer?: string;
        resource?: string;
      };
      header?: never;
      path: {
        community: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page of uses, newest first */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['UsePage'];
        };
      };
      /** @description What went wrong (RFC 9457) */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description What went wrong (RFC 9457) */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getCatchUp: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        community: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The round; without items it is done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CatchUp'];
        };
      };
      /** @description What went wrong (RFC 9457) */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description What went wrong (RFC 9457) */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  putCatchUp: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        community: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CatchUpSeen'];
      };
    };
    responses: {
      /** @description What is left of the round */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CatchUp'];
        };
      };
      /** @description What went wrong (RFC 9457) */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description What went wrong (RFC 9457) */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  listCollections: {
    parameters: {
      query?: {
        cursor?: string;
        limit?: number;
        /** @description Only those into which this resource was put. */
        resource?: string;
      };
      header?: never;
      path: {
        community: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page of collections */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CollectionPage'];
        };
      };
      /** @description What went wrong (RFC 9457) */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description What went wrong (RFC 9457) */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  createCollection: {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path: {
        community: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['NewCollection'];
      };
    };
    responses: {
      /** @description The collection */
      201: {
        headers: {
          /** @description Version, for If-Match. */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CollectionWithItems'];
        };
      };
      /** @description What went wrong (RFC 9457) */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description What went wrong (RFC 9457) */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getCollection: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        community: string;
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The collection */
      200: {
        headers: {
          /** @description Version, for If-Match. */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CollectionWithItems'];
        };
      };
      /** @description What went wrong (RFC 9457) */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description What went wrong (RFC 9457) */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  deleteCollection: {
    parameters: {
      query?: never;
      header?: {
        'if-match'?: string;
      };
      path: {
        community: string;
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Gone */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description What went wrong (RFC 9457) */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description What went wrong (RFC 9457) */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  updateCollection: {
    parameters: {
      query?: never;
      header?: {
        'if-match'?: string;
      };
      path: {
        community: string;
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CollectionPatch'];
      };
    };
    responses: {
      /** @description The collection */
      200: {
        headers: {
          /** @description Version, for If-Match. */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CollectionWithItems'];
        };
      };
      /** @description What went wrong (RFC 9457) */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description What went wrong (RFC 9457) */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  putCollectionItems: {
    parameters: {
      query?: never;
      header?: {
        'if-match'?: string;
      };
      path: {
        community: string;
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CollectionItems'];
      };
    };
    responses: {
      /** @description The collection */
      200: {
        headers: {
          /** @description Version, for If-Match. */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CollectionWithItems'];
        };
      };
      /** @description What went wrong (RFC 9457) */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description What went wrong (RFC 9457) */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  listComments: {
    parameters: {
      query?: {
        cursor?: string;
        limit?: number;
        /** @description A question’s id. */
        thread?: string;
        resource?: string;
        post?: string;
      };
      header?: never;
      path: {
        community: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page of comments */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CommentPage'];
        };
      };
      /** @description What went wrong (RFC 9457) */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description What went wrong (RFC 9457) */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  createComment: {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path: {
        community: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['NewComment'];
      };
    };
    responses: {
      /** @description The comment */
      201: {
        headers: {
          /** @description Version, for If-Match. */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Comment'];
        };
      };
      /** @description What went wrong (RFC 9457) */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description What went wrong (RFC 9457) */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  deleteComment: {
    parameters: {
      query?: never;
      header?: {
        'if-match'?: string;
      };
      path: {
        community: string;
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Gone */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description What went wrong (RFC 9457) */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description What went wrong (RFC 9457) */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  updateComment: {
    parameters: {
      query?: never;
      header?: {
        'if-match'?: string;
      };
      path: {
        community: string;
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CommentPatch'];
      };
    };
    responses: {
      /** @description The comment */
      200: {
        headers: {
          /** @description Version, for If-Match. */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Comment'];
        };
      };
      /** @description What went wrong (RFC 9457) */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description What went wrong (RFC 9457) */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getCommunity: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        community: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The community */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Community'];
        };
      };
      /** @description What went wrong (RFC 9457) */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description What went wrong (RFC 9457) */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  updateCommunity: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        community: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CommunityPatch'];
      };
    };
    responses: {
      /** @description The community */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Community'];
        };
      };
      /** @description What went wrong (RFC 9457) */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description What went wrong (RFC 9457) */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getSession: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        community: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The session; a visitor’s has no member */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Session'];
        };
      };
      /** @description What went wrong (RFC 9457) */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description What went wrong (RFC 9457) */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  listCommunities: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description All communities */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CommunityList'];
        };
      };
      /** @description What went wrong (RFC 9457) */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description What went wrong (RFC 9457) */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  putLastVisit: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        community: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['LastVisit'];
      };
    };
    responses: {
      /** @description The session */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Session'];
        };
      };
      /** @description What went wrong (RFC 9457) */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description What went wrong (RFC 9457) */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  downloadFile: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        community: string;
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The bytes, as an attachment */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/octet-stream': string;
        };
      };
      /** @description What went wrong (RFC 9457) */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description What went wrong (RFC 9457) */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  uploadFile: {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path: {
        community: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'multipart/form-data': {
          /** Format: binary */
          file: string;
        };
      };
    };
    responses: {
      /** @description The file */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['File'];
        };
      };
      /** @description What went wrong (RFC 9457) */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description What went wrong (RFC 9457) */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  putFollow: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        community: string;
        objectType: components['schemas']['FollowType'];
        objectId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description All that this person follows */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FollowList'];
        };
      };
      /** @description What went wrong (RFC 9457) */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description What went wrong (RFC 9457) */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  deleteFollow: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        community: string;
        objectType: components['schemas']['FollowType'];
        objectId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description All that this person follows */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FollowList'];
        };
      };
      /** @description What went wrong (RFC 9457) */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description What went wrong (RFC 9457) */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  listFollows: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        community: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description All of it */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FollowList'];
        };
      };
      /** @description What went wrong (RFC 9457) */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description What went wrong (RFC 9457) */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  listGroups: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        community: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The groups, 100 at most */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['MemberGroupList'];
        };
      };
      /** @description What went wrong (RFC 9457) */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description What went wrong (RFC 9457) */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  declineQuestion: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        community: string;
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description What was asked of me */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['HelpRequest'];
        };
      };
      /** @description What went wrong (RFC 9457) */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description What went wrong (RFC 9457) */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  undeclineQuestion: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        community: string;
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description What was asked of me */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['HelpRequest'];
        };
      };
      /** @description What went wrong (RFC 9457) */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description What went wrong (RFC 9457) */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  dismissReminder: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        community: string;
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description It waits no more */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description What went wrong (RFC 9457) */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description What went wrong (RFC 9457) */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getLadder: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        community: string;
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The ladder of the question */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Ladder'];
        };
      };
      /** @description What went wrong (RFC 9457) */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description What went wrong (RFC 9457) */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  inviteToQuestion: {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path: {
        community: string;
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['Invitation'];
      };
    };
    responses: {
      /** @description The ladder of the question */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Ladder'];
        };
      };
      /** @description What went wrong (RFC 9457) */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description What went wrong (RFC 9457) */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  listReminders: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        community: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description What waits */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReminderList'];
        };
      };
      /** @description What went wrong (RFC 9457) */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description What went wrong (RFC 9457) */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  previewLink: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        community: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['LinkToPreview'];
      };
    };
    responses: {
      /** @description What is known of it */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['LinkPreview'];
        };
      };
      /** @description What went wrong (RFC 9457) */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description What went wrong (RFC 9457) */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  requestDeletion: {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path: {
        community: string;
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['NewDeletion'];
      };
    };
    responses: {
      /** @description The member, with the time when it will be */
      200: {
        headers: {
          /** @description Version, for If-Match. */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Member'];
        };
      };
      /** @description What went wrong (RFC 9457) */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description What went wrong (RFC 9457) */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  cancelDeletion: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        community: string;
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The member */
      200: {
        headers: {
          /** @description Version, for If-Match. */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Member'];
        };
      };
      /** @description What went wrong (RFC 9457) */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description What went wrong (RFC 9457) */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  exportMember: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        community: string;
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The data, with a readme */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['MemberExport'];
        };
      };
      /** @description What went wrong (RFC 9457) */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description What went wrong (RFC 9457) */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getMember: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        community: string;
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The member */
      200: {
        headers: {
          /** @description Version, for If-Match. */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Member'];
        };
      };
      /** @description What went wrong (RFC 9457) */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description What went wrong (RFC 9457) */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  updateMember: {
    parameters: {
      query?: never;
      header?: {
        'if-match'?: string;
      };
      path: {
        community: string;
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['MemberPatch'];
      };
    };
    responses: {
      /** @description The member */
      200: {
        headers: {
          /** @description Version, for If-Match. */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Member'];
        };
      };
      /** @description What went wrong (RFC 9457) */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description What went wrong (RFC 9457) */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  listMembers: {
    parameters: {
      query?: {
        cursor?: string;
        limit?: number;
        /** @description These people, in this order, also such as are not in the directory; up to 100. Who is gone, or not to be seen, is left out. Nothing else narrows or pages such a list. */
        id?: string[];
        /** @description Name, headline, bio, topics, offers, place; offers weigh most. */
        q?: string;
        /** @description In plain words, such as the title of a question: who can help with it? By offers (these weigh most), topics, and answers that were accepted or used on such questions. Not among them: oneself, and who is on a break. */
        helpWith?: string;
        /** @description Who would like help with it as well? */
        needHelpWith?: string;
        /** @description Only whose name, or a word of it, begins so. */
        name?: string;
        topic?: string[];
        offers?: string[];
        needs?: string[];
        country?: string[];
        language?: string[];
        /** @description Time zones, by their IANA names. */
        zone?: string[];
        group?: string[];
        /** @description Values of the community’s own fields that are chosen from a list, as `field:value`; values of one field widen, fields narrow. */
        field?: string[];
        sort?: components['schemas']['MemberSort'];
        facets?: boolean;
      };
      header?: never;
      path: {
        community: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page of members */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['MemberPage'];
        };
      };
      /** @description What went wrong (RFC 9457) */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description What went wrong (RFC 9457) */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  putMemberGroups: {
    parameters: {
      query?: never;
      header?: {
        'if-match'?: string;
      };
      path: {
        community: string;
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['GroupsPut'];
      };
    };
    responses: {
      /** @description The member */
      200: {
        headers: {
          /** @description Version, for If-Match. */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Member'];
        };
      };
      /** @description What went wrong (RFC 9457) */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description What went wrong (RFC 9457) */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  acceptAnswer: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        community: string;
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['Acceptance'];
      };
    };
    responses: {
      /** @description The question */
      200: {
        headers: {
          /** @description Version, for If-Match. */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Question'];
        };
      };
      /** @description What went wrong (RFC 9457) */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description What went wrong (RFC 9457) */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  unacceptAnswer: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        community: string;
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The question */
      200: {
        headers: {
          /** @description Version, for If-Match. */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Question'];
        };
      };
      /** @description What went wrong (RFC 9457) */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description What went wrong (RFC 9457) */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  listQuestions: {
    parameters: {
      query?: {
        cursor?: string;
        limit?: number;
        /** @description Full text, forgiving of typing errors. */
        q?: string;
        /** @description Questions like this title, best first: those that share most of it, rare words counting most. */
        similar?: string;
        kind?: components['schemas']['QuestionKind'];
        topic?: string[];
        /** @description true: has an answer; false: has none. */
        answered?: boolean;
        /** @description true: asked or answered by me. */
        mine?: boolean;
        /** @description true: followed by me, by itself, by a topic, by who asked, or by having the same question. */
        followed?: boolean;
        /** @description Asked by this member, openly. */
        author?: string;
        /** @description Asked about this page. */
        about?: string;
        /** @description true: reported, or with something that was; for stewards. */
        reported?: boolean;
        /** @description true: open, without an accepted answer, and with nothing new for 30 days: no answer, comment or edit. */
        untouched?: boolean;
        /** @description true: I was asked to help, and it waits for an answer. */
        forMe?: boolean;
        /** @description true: has come to the end of the ladder without an answer. Stewards find them; others none. */
        forStewards?: boolean;
        /** @description Default: relevance where there is a text, else newest. */
        sort?: components['schemas']['QuestionSort'];
        facets?: boolean;
      };
      header?: never;
      path: {
        community: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page of questions */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['QuestionPage'];
        };
      };
      /** @description What went wrong (RFC 9457) */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description What went wrong (RFC 9457) */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  createQuestion: {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path: {
        community: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['NewQuestion'];
      };
    };
    responses: {
      /** @description The question */
      201: {
        headers: {
          /** @description Version, for If-Match. */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Question'];
        };
      };
      /** @description What went wrong (RFC 9457) */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description What went wrong (RFC 9457) */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getQuestion: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        community: string;
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The question */
      200: {
        headers: {
          /** @description Version, for If-Match. */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Question'];
        };
      };
      /** @description What went wrong (RFC 9457) */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description What went wrong (RFC 9457) */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  deleteQuestion: {
    parameters: {
      query?: never;
      header?: {
        'if-match'?: string;
      };
      path: {
        community: string;
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Gone */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description What went wrong (RFC 9457) */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description What went wrong (RFC 9457) */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  updateQuestion: {
    parameters: {
      query?: never;
      header?: {
        'if-match'?: string;
      };
      path: {
        community: string;
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['QuestionPatch'];
      };
    };
    responses: {
      /** @description The question */
      200: {
        headers: {
          /** @description Version, for If-Match. */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Question'];
        };
      };
      /** @description What went wrong (RFC 9457) */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description What went wrong (RFC 9457) */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  putSame: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        community: string;
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The question */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Question'];
        };
      };
      /** @description What went wrong (RFC 9457) */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description What went wrong (RFC 9457) */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  deleteSame: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        community: string;
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The question */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Question'];
        };
      };
      /** @description What went wrong (RFC 9457) */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description What went wrong (RFC 9457) */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  voteOnQuestion: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        community: string;
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['Vote'];
      };
    };
    responses: {
      /** @description The question with its new score */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Question'];
        };
      };
      /** @description What went wrong (RFC 9457) */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description What went wrong (RFC 9457) */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  closeReport: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        community: string;
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Seen to */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description What went wrong (RFC 9457) */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description What went wrong (RFC 9457) */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  reopenReport: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        community: string;
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Open again */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description What went wrong (RFC 9457) */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description What went wrong (RFC 9457) */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  listReports: {
    parameters: {
      query?: {
        cursor?: string;
        limit?: number;
        /** @description In this question, resource or post. */
        thread?: string;
      };
      header?: never;
      path: {
        community: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page of reports */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReportPage'];
        };
      };
      /** @description What went wrong (RFC 9457) */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description What went wrong (RFC 9457) */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  createReport: {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path: {
        community: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['NewReport'];
      };
    };
    responses: {
      /** @description The stewards see it */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description What went wrong (RFC 9457) */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description What went wrong (RFC 9457) */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  listRequests: {
    parameters: {
      query?: {
        cursor?: string;
        limit?: number;
        /** @description true: not found yet; false: found. */
        open?: boolean;
        /** @description true: asked for by me. */
        mine?: boolean;
      };
      header?: never;
      path: {
        community: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page of requests */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ResourceRequestPage'];
        };
      };
      /** @description What went wrong (RFC 9457) */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description What went wrong (RFC 9457) */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  createRequest: {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path: {
        community: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['NewResourceRequest'];
      };
    };
    responses: {
      /** @description The request */
      201: {
        headers: {
          /** @description Version, for If-Match. */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ResourceRequest'];
        };
      };
      /** @description What went wrong (RFC 9457) */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description What went wrong (RFC 9457) */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getRequest: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        community: string;
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The request */
      200: {
        headers: {
          /** @description Version, for If-Match. */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ResourceRequest'];
        };
      };
      /** @description What went wrong (RFC 9457) */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description What went wrong (RFC 9457) */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  deleteRequest: {
    parameters: {
      query?: never;
      header?: {
        'if-match'?: string;
      };
      path: {
        community: string;
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Gone */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description What went wrong (RFC 9457) */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description What went wrong (RFC 9457) */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  updateRequest: {
    parameters: {
      query?: never;
      header?: {
        'if-match'?: string;
      };
      path: {
        community: string;
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ResourceRequestPatch'];
      };
    };
    responses: {
      /** @description The request */
      200: {
        headers: {
          /** @description Version, for If-Match. */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ResourceRequest'];
        };
      };
      /** @description What went wrong (RFC 9457) */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description What went wrong (RFC 9457) */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  fulfilRequest: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        community: string;
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['Fulfilment'];
      };
    };
    responses: {
      /** @description The request */
      200: {
        headers: {
          /** @description Version, for If-Match. */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ResourceRequest'];
        };
      };
      /** @description What went wrong (RFC 9457) */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description What went wrong (RFC 9457) */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  listResources: {
    parameters: {
      query?: {
        cursor?: string;
        limit?: number;
        q?: string;
        /** @description A title: only what is like it, the most alike first. */
        similar?: string;
        /** @description A link: only what the community has under it, however it is spelt. */
        url?: string;
        kind?: ('article' | 'tool' | 'template' | 'case' | 'recording' | 'book' | 'course' | 'guide' | 'other')[];
        topic?: string[];
        language?: string[];
        /** @description Only what somebody used with this outcome. */
        outcome?: components['schemas']['UseOutcome'] & unknown;
        /** @description Published in one of these years. */
        year?: string[];
        /** @description Published on this day or later. */
        since?: string;
        /** @description Published on this day or earlier. */
        until?: string;
        form?: ('link' | 'file')[];
        mark?: ('endorsed' | 'due')[];
        /** @description Only what is in this collection, in its order unless another is asked for. */
        collection?: string;
        /** @description true: suggested by me, in whatever status. */
        mine?: boolean;
        /** @description true: kept by me for later. */
        saved?: boolean;
        /** @description Default: published. Drafts are one’s own; what is proposed is shown to stewards and its author, beside what is published while a change of it waits. */
        status?: components['schemas']['ResourceStatus'] & unknown;
        sort?: components['schemas']['ResourceSort'];
        /** @description Count the values of kind, topic, language, outcome, year, form and mark, each under all other filters. */
        facets?: boolean;
      };
      header?: never;
      path: {
        community: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page of resources */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ResourcePage'];
        };
      };
      /** @description What went wrong (RFC 9457) */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description What went wrong (RFC 9457) */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  createResource: {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path: {
        community: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['NewResource'];
      };
    };
    responses: {
      /** @description The resource */
      201: {
        headers: {
          /** @description Version, for If-Match. */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Resource'];
        };
      };
      /** @description What went wrong (RFC 9457) */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description What went wrong (RFC 9457) */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getResource: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        community: string;
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The resource */
      200: {
        headers: {
          /** @description Version, for If-Match. */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Resource'];
        };
      };
      /** @description What went wrong (RFC 9457) */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description What went wrong (RFC 9457) */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  deleteResource: {
    parameters: {
      query?: never;
      header?: {
        'if-match'?: string;
      };
      path: {
        community: string;
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Gone */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description What went wrong (RFC 9457) */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description What went wrong (RFC 9457) */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  updateResource: {
    parameters: {
      query?: never;
      header?: {
        'if-match'?: string;
      };
      path: {
        community: string;
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ResourcePatch'];
      };
    };
    responses: {
      /** @description The resource */
      200: {
        headers: {
          /** @description Version, for If-Match. */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Resource'];
        };
      };
      /** @description What went wrong (RFC 9457) */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description What went wrong (RFC 9457) */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  endorseResource: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        community: string;
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['EndorsementText'];
      };
    };
    responses: {
      /** @description The resource */
      200: {
        headers: {
          /** @description Version, for If-Match. */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Resource'];
        };
      };
      /** @description What went wrong (RFC 9457) */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description What went wrong (RFC 9457) */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  unendorseResource: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        community: string;
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The resource */
      200: {
        headers: {
          /** @description Version, for If-Match. */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Resource'];
        };
      };
      /** @description What went wrong (RFC 9457) */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description What went wrong (RFC 9457) */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  reviewResource: {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path: {
        community: string;
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['NewReview'];
      };
    };
    responses: {
      /** @description The resource */
      200: {
        headers: {
          /** @description Version, for If-Match. */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Resource'];
        };
      };
      /** @description What went wrong (RFC 9457) */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description What went wrong (RFC 9457) */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  setResourceStatus: {
    parameters: {
      query?: never;
      header?: {
        'if-match'?: string;
      };
      path: {
        community: string;
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['NewResourceStatus'];
      };
    };
    responses: {
      /** @description The resource */
      200: {
        headers: {
          /** @description Version, for If-Match. */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Resource'];
        };
      };
      /** @description What went wrong (RFC 9457) */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description What went wrong (RFC 9457) */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  setResourceSteward: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        community: string;
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ResourceSteward'];
      };
    };
    responses: {
      /** @description The resource */
      200: {
        headers: {
          /** @description Version, for If-Match. */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Resource'];
        };
      };
      /** @description What went wrong (RFC 9457) */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description What went wrong (RFC 9457) */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  settleResourceChange: {
    parameters: {
      query?: never;
      header?: {
        'if-match'?: string;
      };
      path: {
        community: string;
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['Settlement'];
      };
    };
    responses: {
      /** @description The resource */
      200: {
        headers: {
          /** @description Version, for If-Match. */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Resource'];
        };
      };
      /** @description What went wrong (RFC 9457) */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description What went wrong (RFC 9457) */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  withdrawResourceChange: {
    parameters: {
      query?: never;
      header?: {
        'if-match'?: string;
      };
      path: {
        community: string;
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The resource */
      200: {
        headers: {
          /** @description Version, for If-Match. */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Resource'];
        };
      };
      /** @description What went wrong (RFC 9457) */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description What went wrong (RFC 9457) */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  voteOnResource: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        community: string;
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['Vote'];
      };
    };
    responses: {
      /** @description The resource */
      200: {
        headers: {
          /** @description Version, for If-Match. */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Resource'];
        };
      };
      /** @description What went wrong (RFC 9457) */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description What went wrong (RFC 9457) */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  listRevisions: {
    parameters: {
      query?: {
        cursor?: string;
        limit?: number;
        question?: string;
        answer?: string;
        resource?: string;
        post?: string;
      };
      header?: never;
      path: {
        community: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page of states */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RevisionPage'];
        };
      };
      /** @description What went wrong (RFC 9457) */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description What went wrong (RFC 9457) */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  putSave: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        community: string;
        objectType: components['schemas']['SaveType'];
        objectId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description All that this person keeps */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SaveList'];
        };
      };
      /** @description What went wrong (RFC 9457) */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description What went wrong (RFC 9457) */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  deleteSave: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        community: string;
        objectType: components['schemas']['SaveType'];
        objectId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description All that this person keeps */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SaveList'];
        };
      };
      /** @description What went wrong (RFC 9457) */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description What went wrong (RFC 9457) */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  listSaves: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        community: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description All of it */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SaveList'];
        };
      };
      /** @description What went wrong (RFC 9457) */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description What went wrong (RFC 9457) */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  closeQuestion: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        community: string;
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['Closing'];
      };
    };
    responses: {
      /** @description The question */
      200: {
        headers: {
          /** @description Version, for If-Match. */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Question'];
        };
      };
      /** @description What went wrong (RFC 9457) */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description What went wrong (RFC 9457) */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  reopenQuestion: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        community: string;
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The question */
      200: {
        headers: {
          /** @description Version, for If-Match. */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Question'];
        };
      };
      /** @description What went wrong (RFC 9457) */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description What went wrong (RFC 9457) */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  draftGuide: {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path: {
        community: string;
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The draft, which its steward and other stewards see */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Guide'];
        };
      };
      /** @description What went wrong (RFC 9457) */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description What went wrong (RFC 9457) */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  mergeQuestion: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        community: string;
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['Merge'];
      };
    };
    responses: {
      /** @description The question that it was merged into */
      200: {
        headers: {
          /** @description Version, for If-Match. */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Question'];
        };
      };
      /** @description What went wrong (RFC 9457) */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description What went wrong (RFC 9457) */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  unmergeQuestion: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        community: string;
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The question, as it was */
      200: {
        headers: {
          /** @description Version, for If-Match. */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Question'];
        };
      };
      /** @description What went wrong (RFC 9457) */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description What went wrong (RFC 9457) */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  mergeTopic: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        community: string;
        topic: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['TopicMerge'];
      };
    };
    responses: {
      /** @description The topic that it was merged into */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['TopicDetail'];
        };
      };
      /** @description What went wrong (RFC 9457) */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description What went wrong (RFC 9457) */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  unmergeTopic: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        community: string;
        topic: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The topic, as it was */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['TopicDetail'];
        };
      };
      /** @description What went wrong (RFC 9457) */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description What went wrong (RFC 9457) */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  thankForAnswer: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        community: string;
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['Thanks'];
      };
    };
    responses: {
      /** @description The answer */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Answer'];
        };
      };
      /** @description What went wrong (RFC 9457) */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description What went wrong (RFC 9457) */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  takeThanksBack: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        community: string;
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The answer */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Answer'];
        };
      };
      /** @description What went wrong (RFC 9457) */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description What went wrong (RFC 9457) */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  updateTopic: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        community: string;
        topic: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['TopicPatch'];
      };
    };
    responses: {
      /** @description The topic */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['TopicDetail'];
        };
      };
      /** @description What went wrong (RFC 9457) */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description What went wrong (RFC 9457) */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  listTopics: {
    parameters: {
      query?: {
        q?: string;
        limit?: number;
        /** @description true: topics of open questions without an answer on which no member offers help, those with the most of them first; `count` counts these questions. For stewards. */
        unhelped?: boolean;
      };
      header?: never;
      path: {
        community: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Topics */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['TopicList'];
        };
      };
      /** @description What went wrong (RFC 9457) */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description What went wrong (RFC 9457) */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
}
